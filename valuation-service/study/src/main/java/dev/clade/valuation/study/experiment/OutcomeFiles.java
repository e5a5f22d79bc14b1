package dev.clade.valuation.study.experiment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.report.render.Csv;
import dev.clade.report.render.HtmlPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Writes what came of an experiment: a page with its figures, each table as CSV, and JSON of
 * everything but the figures, numbers with all their digits. The same outcome gives the same bytes.
 */
public final class OutcomeFiles {
  private static final Gson JSON = new GsonBuilder().setPrettyPrinting().serializeNulls().create();

  private OutcomeFiles() {}

  /**
   * Writes {@code NAME.html}, {@code NAME.json} and {@code NAME-TABLE.csv} for each table.
   *
   * @throws IOException when a file cannot be written
   */
  public static void write(Path folder, Experiment experiment, Outcome outcome) throws IOException {
    Report report = outcome.report();
    HtmlPage.Heading heading =
        new HtmlPage.Heading(experiment.title(), verdict(outcome), Map.of(), List.of());
    Path page = folder.resolve(experiment.name() + ".html");
    Files.writeString(page, HtmlPage.of(heading, withChecks(report, outcome.checks())));
    for (Table table : report.tables()) {
      Path file = folder.resolve("%s-%s.csv".formatted(experiment.name(), table.name()));
      Files.writeString(file, Csv.of(table));
    }
    Files.writeString(folder.resolve(experiment.name() + ".json"), text(json(experiment, outcome)));
  }

  /** Returns JSON as text, its last line ended. */
  public static String text(JsonElement json) {
    return JSON.toJson(json) + "\n";
  }

  private static String verdict(Outcome outcome) {
    long held = outcome.checks().stream().filter(Check::holds).count();
    return "%d of %d claims hold".formatted(held, outcome.checks().size());
  }

  private static Report withChecks(Report report, List<Check> checks) {
    Table.Builder table =
        Table.named("checks", "Claims")
            .text("claim", "claim")
            .text("holds", "holds")
            .text("measured", "measured");
    checks.forEach(
        check -> table.row(check.claim(), check.holds() ? "yes" : "no", check.measured()));
    List<Table> tables = Stream.concat(Stream.of(table.build()), report.tables().stream()).toList();
    return new Report(report.coverage(), tables, report.figures(), report.notes());
  }

  /**
   * Returns an outcome as JSON: {@code experiment}, {@code title}, {@code checks} of {@code claim},
   * {@code holds} and {@code measured}, {@code coverage} by what was counted, {@code tables} by
   * name with an object of the columns' names for each row, and {@code notes}. Numbers that there
   * are none of are null.
   */
  public static JsonObject json(Experiment experiment, Outcome outcome) {
    JsonObject all = new JsonObject();
    all.addProperty("experiment", experiment.name());
    all.addProperty("title", experiment.title());
    all.add("checks", JSON.toJsonTree(outcome.checks()));
    JsonObject coverage = new JsonObject();
    outcome.report().coverage().forEach(fact -> coverage.addProperty(fact.what(), fact.count()));
    all.add("coverage", coverage);
    JsonObject tables = new JsonObject();
    outcome.report().tables().forEach(table -> tables.add(table.name(), rows(table)));
    all.add("tables", tables);
    all.add("notes", JSON.toJsonTree(outcome.report().notes()));
    return all;
  }

  private static JsonArray rows(Table table) {
    JsonArray rows = new JsonArray();
    for (List<Table.Cell> cells : table.rows()) {
      JsonObject row = new JsonObject();
      for (int i = 0; i < cells.size(); i++) {
        row.add(table.columns().get(i).name(), json(cells.get(i)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static JsonElement json(Table.Cell cell) {
    return switch (cell) {
      case Table.Text text -> new JsonPrimitive(text.text());
      case Table.Whole whole -> new JsonPrimitive(whole.number());
      case Table.Real real ->
          Double.isFinite(real.number()) ? new JsonPrimitive(real.number()) : JsonNull.INSTANCE;
    };
  }
}
