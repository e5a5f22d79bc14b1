package dev.clade.valuation.study.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.clade.report.Report;
import dev.clade.report.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomeFilesTest {
  private static final Experiment EXPERIMENT =
      new Experiment() {
        @Override
        public String name() {
          return "e0";
        }

        @Override
        public String title() {
          return "Is one third a third?";
        }

        @Override
        public Outcome run(Workbench bench) {
          Table table =
              Table.named("values", "Values")
                  .text("who", "who")
                  .whole("images", "images")
                  .real("value", "value")
                  .row("first", 3, 1.0 / 3)
                  .row("second", 0, Double.NaN)
                  .build();
          return new Outcome(
              new Report(
                  List.of(new Report.Fact("images", 3)), List.of(table), List.of(), List.of("n")),
              List.of(new Check("a third", true, "0.333"), new Check("a half", false, "0.333")));
        }
      };

  @TempDir private Path folder;

  @Test
  void everythingIsWrittenWithAllDigits() throws IOException {
    Outcome outcome = EXPERIMENT.run(null);
    OutcomeFiles.write(folder, EXPERIMENT, outcome);
    JsonObject json =
        JsonParser.parseString(Files.readString(folder.resolve("e0.json"))).getAsJsonObject();
    var rows = json.getAsJsonObject("tables").getAsJsonArray("values");
    assertThat(rows.get(0).getAsJsonObject().get("value").getAsDouble()).isEqualTo(1.0 / 3);
    assertThat(rows.get(1).getAsJsonObject().get("value").isJsonNull()).isTrue();
    assertThat(json.getAsJsonArray("checks").get(1).getAsJsonObject().get("holds").getAsBoolean())
        .isFalse();
    assertThat(json.getAsJsonObject("coverage").get("images").getAsInt()).isEqualTo(3);
    assertThat(folder.resolve("e0-values.csv"))
        .content()
        .isEqualToNormalizingNewlines("who,images,value\nfirst,3,0.3333333333333333\nsecond,0,\n");
    assertThat(folder.resolve("e0.html")).content().contains("1 of 2 claims hold", "a half");
  }

  @Test
  void anOutcomeHoldsWhenEveryClaimDoes() throws IOException {
    assertThat(EXPERIMENT.run(null).holds()).isFalse();
    assertThat(new Outcome(null, List.of(new Check("c", true, ""))).holds()).isTrue();
  }
}
