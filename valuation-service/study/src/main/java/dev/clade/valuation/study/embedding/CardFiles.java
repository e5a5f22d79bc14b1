package dev.clade.valuation.study.embedding;

import com.google.gson.JsonObject;
import dev.clade.embedding.evaluation.gate.Gate;
import dev.clade.embedding.evaluation.gate.Gate.Verdict;
import dev.clade.embedding.evaluation.gate.ModelCard;
import dev.clade.report.Report;
import dev.clade.report.render.HtmlPage;
import dev.clade.report.render.Markdown;
import dev.clade.valuation.study.output.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a card as a page, as Markdown, as CSV and as JSON. The same card gives the same bytes. */
final class CardFiles {
  private static final String NAME = "embedding";

  private CardFiles() {}

  /**
   * Writes {@code embedding.html}, {@code embedding.md}, {@code embedding.json} and {@code
   * embedding-TABLE.csv} for each table.
   *
   * @param set name of what it was made of
   * @throws IOException when a file cannot be written
   */
  static void write(Path folder, String set, ModelCard card) throws IOException {
    Report report = card.report();
    HtmlPage.Heading heading =
        new HtmlPage.Heading(
            "Model card of the shared embedding", basis(set, card), Map.of(), List.of());
    Files.writeString(folder.resolve(NAME + ".html"), HtmlPage.of(heading, report));
    Files.writeString(folder.resolve(NAME + ".md"), Markdown.of(heading, report));
    Files.writeString(folder.resolve(NAME + ".json"), ReportFiles.text(json(set, card)));
    ReportFiles.writeTables(folder, NAME, report);
  }

  /** Returns a card as JSON: {@code set}, and the report. */
  static JsonObject json(String set, ModelCard card) {
    JsonObject all = new JsonObject();
    all.addProperty("set", set);
    ReportFiles.add(card.report(), all);
    return all;
  }

  private static String basis(String set, ModelCard card) {
    Map<Verdict, Long> counts =
        card.gates().stream().collect(Collectors.groupingBy(Gate::verdict, Collectors.counting()));
    return "Of %s. Gates: %d passed, %d failed, %d cannot be tested here."
        .formatted(
            set,
            counts.getOrDefault(Verdict.PASSED, 0L),
            counts.getOrDefault(Verdict.FAILED, 0L),
            counts.getOrDefault(Verdict.NOT_MEASURED, 0L));
  }
}
