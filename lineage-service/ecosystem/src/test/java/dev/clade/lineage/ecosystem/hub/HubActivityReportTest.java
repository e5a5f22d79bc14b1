package dev.clade.lineage.ecosystem.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.activity.ActivityAnalysis;
import dev.clade.lineage.ecosystem.report.Parameters;
import dev.clade.lineage.ecosystem.testing.Answers;
import dev.clade.lineage.ecosystem.testing.Reports;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.render.HtmlPage;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report on all models and datasets; what it is made of is held in {@link HubActivityTest}. */
class HubActivityReportTest {
  private static final JsonNode COUNTED =
      Answers.read("/dev/clade/lineage/ecosystem/hub/hub_activity.json");
  private static final ActivityAnalysis ANALYSIS = new ActivityAnalysis();
  private static final Parameters PARAMETERS = Parameters.of(ANALYSIS.parameters(), Map.of());
  private static Report report;

  @BeforeAll
  static void load() {
    report = run();
  }

  private static Report run() {
    long start = System.nanoTime();
    Report found = ANALYSIS.run(GraphSnapshot.empty(), HubCatalogue.load(), PARAMETERS);
    System.out.printf(
        Locale.ROOT,
        "activity took %.2f s, with reading the tables.%n",
        (System.nanoTime() - start) / 1e9);
    return found;
  }

  @Test
  void isTheSameTwice() {
    Report again = run();
    HtmlPage.Heading heading =
        new HtmlPage.Heading(ANALYSIS.title(), "", PARAMETERS.values(), ANALYSIS.sources());
    assertThat(again).isEqualTo(report);
    assertThat(HtmlPage.of(heading, again)).isEqualTo(HtmlPage.of(heading, report));
    assertThat(report.figures())
        .extracting(Figure::name)
        .containsExactly(
            "tail_dataset_downloads",
            "tail_dataset_likes",
            "lorenz_dataset",
            "tail_model_downloads",
            "tail_model_likes",
            "lorenz_model");
    // Of these tables nobody knows contributors.
    assertThat(report.tables())
        .allMatch(each -> each.rows().isEmpty() == each.name().equals("contributors"));
  }

  @ParameterizedTest
  @CsvSource({"MODEL, LIKES", "MODEL, DOWNLOADS", "DATASET, LIKES", "DATASET, DOWNLOADS"})
  void saysWhatOtherProgramsCounted(String kind, String measure) {
    JsonNode counted = COUNTED.get(kind).get("measures").get(measure);
    String labels = (kind + "," + measure).toLowerCase(Locale.ROOT);
    String row = labels.replace(",", ",all,");
    assertThat(Reports.rows(report, "distributions"))
        .filteredOn(each -> each.startsWith(row + ",counted,"))
        .singleElement()
        .asString()
        .contains(",%s,%s,".formatted(counted.get("max"), counted.get("zeroShare")));
    assertThat(Reports.rows(report, "power_laws"))
        .filteredOn(each -> each.startsWith(labels + ","))
        .singleElement()
        .asString()
        .contains(",%s,".formatted(counted.get("powerLaw").get("xmin")))
        .contains(",%s,".formatted(counted.get("powerLaw").get("tail")))
        .contains(",0,not asked,");
  }

  @Test
  void aLognormalIsAsGoodForDownloadsAndBetterForLikes() {
    assertThat(Reports.rows(report, "tail_comparisons"))
        .anyMatch(row -> row.matches("model,downloads,lognormal,.*,not distinguishable"))
        .anyMatch(row -> row.matches("model,likes,lognormal,.*,the lognormal is better"))
        .anyMatch(row -> row.matches("model,downloads,exponential,.*,the power law is better"));
  }

  @ParameterizedTest
  @CsvSource({
    "MODEL, REPOSITORIES",
    "MODEL, DOWNLOADS",
    "DATASET, REPOSITORIES",
    "DATASET, DOWNLOADS"
  })
  void namesTheOwnersWhoHaveMost(String kind, String measure) {
    for (JsonNode owner : COUNTED.get(kind).get("owners").get("top").get(measure)) {
      String row = "%s,%s,%s,%s,".formatted(kind, measure, "%s", owner.get(1));
      assertThat(Reports.rows(report, "top_owners"))
          .anyMatch(
              each ->
                  each.startsWith(row.toLowerCase(Locale.ROOT).formatted(owner.get(0).asText())));
    }
  }
}
