package dev.clade.valuation.study.experiment;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import dev.clade.report.Report;
import dev.clade.report.Table;
import dev.clade.report.render.HtmlPage;
import dev.clade.valuation.study.output.ReportFiles;
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
  private static final Gson CHECKS = new Gson();

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
    ReportFiles.writeTables(folder, experiment.name(), report);
    Files.writeString(
        folder.resolve(experiment.name() + ".json"), ReportFiles.text(json(experiment, outcome)));
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
   * {@code holds} and {@code measured}, and the report.
   */
  public static JsonObject json(Experiment experiment, Outcome outcome) {
    JsonObject all = new JsonObject();
    all.addProperty("experiment", experiment.name());
    all.addProperty("title", experiment.title());
    all.add("checks", CHECKS.toJsonTree(outcome.checks()));
    ReportFiles.add(outcome.report(), all);
    return all;
  }
}
