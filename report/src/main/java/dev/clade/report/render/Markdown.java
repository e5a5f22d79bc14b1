package dev.clade.report.render;

import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a report as Markdown with tables, without its figures. */
public final class Markdown {
  private Markdown() {}

  /** Returns a document: what it is about, how to read it, then the tables, numbers readable. */
  public static String of(HtmlPage.Heading heading, Report report) {
    StringBuilder text = new StringBuilder();
    text.append("# %s\n\n%s\n".formatted(heading.title(), heading.basis()));
    text.append("\n| what | |\n| --- | ---: |\n");
    heading.parameters().forEach((name, value) -> text.append(line(List.of(name, value))));
    report
        .coverage()
        .forEach(fact -> text.append(line(List.of(fact.what(), "%,d".formatted(fact.count())))));
    list(text, "Defined in", heading.sources().stream().map(Markdown::cite).toList());
    list(text, "How to read it", report.notes());
    report.tables().forEach(table -> append(text, table));
    return text.toString();
  }

  private static String cite(Source source) {
    return source.citation() + " (" + source.locator() + ")";
  }

  private static void list(StringBuilder text, String title, List<String> items) {
    if (!items.isEmpty()) {
      text.append("\n## %s\n\n".formatted(title));
      items.forEach(item -> text.append("- %s\n".formatted(item)));
    }
  }

  private static void append(StringBuilder text, Table table) {
    text.append("\n## %s\n\n".formatted(table.title()));
    text.append(line(table.columns().stream().map(Table.Column::title).toList()));
    text.append(
        table.columns().stream()
            .map(column -> column.type() == Table.Type.TEXT ? "---" : "---:")
            .collect(Collectors.joining(" | ", "| ", " |\n")));
    table.rows().forEach(row -> text.append(line(row.stream().map(Numbers::readable).toList())));
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " "))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
