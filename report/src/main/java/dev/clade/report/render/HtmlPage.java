package dev.clade.report.render;

import static dev.clade.report.render.Markup.escape;

import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.Source;
import dev.clade.report.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Writes a report as one page of HTML, with its style and figures inside. */
public final class HtmlPage {
  private static final int MOST_ROWS = 1_000;
  private static final String STYLE = style();

  private HtmlPage() {}

  /**
   * What stands above a report.
   *
   * @param title what it is about
   * @param basis what it was computed on, in one line
   * @param parameters what was set, by name
   * @param sources where what was computed is defined
   */
  public record Heading(
      String title, String basis, Map<String, String> parameters, List<Source> sources) {
    /** Keeps an unchangeable copy of the list. */
    public Heading {
      sources = List.copyOf(sources);
    }
  }

  /**
   * Returns a page. Of tables with more than {@value #MOST_ROWS} rows it shows the first, and says
   * so.
   */
  public static String of(Heading heading, Report report) {
    StringBuilder html = new StringBuilder();
    html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append(
            "<title>%s</title>\n<style>\n%s</style>\n".formatted(escape(heading.title()), STYLE))
        .append("</head>\n<body>\n<main>\n");
    appendHeading(html, heading, report);
    report.figures().forEach(figure -> append(html, figure));
    report.tables().forEach(table -> append(html, table));
    return html.append("</main>\n</body>\n</html>\n").toString();
  }

  private static void appendHeading(StringBuilder html, Heading heading, Report report) {
    html.append("<h1>%s</h1>\n".formatted(escape(heading.title())))
        .append("<p class=\"basis\">%s</p>\n".formatted(escape(heading.basis())));
    html.append("<dl>\n");
    heading.parameters().forEach((name, value) -> define(html, name, value));
    report.coverage().forEach(fact -> define(html, fact.what(), "%,d".formatted(fact.count())));
    html.append("</dl>\n");
    list(html, "Defined in", heading.sources().stream().map(HtmlPage::cite).toList());
    list(html, "How to read it", report.notes());
  }

  private static String cite(Source source) {
    return source.citation() + " (" + source.locator() + ")";
  }

  private static void define(StringBuilder html, String term, String meaning) {
    html.append("<dt>%s</dt><dd>%s</dd>\n".formatted(escape(term), escape(meaning)));
  }

  private static void list(StringBuilder html, String title, List<String> items) {
    if (!items.isEmpty()) {
      html.append("<h2>%s</h2>\n<ul>\n".formatted(escape(title)));
      items.forEach(item -> html.append("<li>%s</li>\n".formatted(escape(item))));
      html.append("</ul>\n");
    }
  }

  private static void append(StringBuilder html, Figure figure) {
    String drawing =
        switch (figure) {
          case Figure.Plot plot -> PlotDrawing.of(plot);
          case Figure.HeatMap map -> HeatMapDrawing.of(map);
        };
    html.append(
        "<figure id=\"figure-%s\">\n<figcaption>%s</figcaption>\n%s</figure>\n"
            .formatted(escape(figure.name()), escape(figure.title()), drawing));
  }

  private static void append(StringBuilder html, Table table) {
    html.append(
        "<h2 id=\"%s\">%s</h2>\n<table>\n<thead><tr>"
            .formatted(escape(table.name()), escape(table.title())));
    table
        .columns()
        .forEach(
            column ->
                html.append(
                    "<th%s>%s</th>".formatted(style(column.type()), escape(column.title()))));
    html.append("</tr></thead>\n<tbody>\n");
    table.rows().stream().limit(MOST_ROWS).forEach(row -> append(html, row));
    html.append("</tbody>\n</table>\n");
    if (table.rows().size() > MOST_ROWS) {
      html.append("<p>The first %,d of %,d rows.</p>\n".formatted(MOST_ROWS, table.rows().size()));
    }
  }

  private static void append(StringBuilder html, List<Table.Cell> row) {
    html.append("<tr>");
    row.forEach(
        cell ->
            html.append(
                "<td%s>%s</td>".formatted(style(cell.type()), escape(Numbers.readable(cell)))));
    html.append("</tr>\n");
  }

  private static String style(Table.Type type) {
    return type == Table.Type.TEXT ? "" : " class=\"number\"";
  }

  private static String style() {
    try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
