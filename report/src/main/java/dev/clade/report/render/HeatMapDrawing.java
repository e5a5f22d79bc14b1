package dev.clade.report.render;

import static dev.clade.report.render.Markup.escape;

import dev.clade.report.Figure.HeatMap;
import java.util.List;
import java.util.Locale;

/** Draws a heat map as SVG; shades grow with the logarithm, since a few numbers are most. */
final class HeatMapDrawing {
  private static final int CELL = 22;
  private static final int LETTER = 7;
  private static final int LEAST_MARGIN = 90;
  private static final int LABEL_LENGTH = 26;

  private HeatMapDrawing() {}

  static String of(HeatMap map) {
    int size = map.labels().size();
    int margin = margin(map);
    int width = margin + size * CELL + 10;
    StringBuilder svg = new StringBuilder();
    svg.append(
        "<svg class=\"heat\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(width, width, escape(map.title())));
    double most =
        map.values().stream()
            .flatMap(List::stream)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    for (int row = 0; row < size; row++) {
      int middle = margin + row * CELL + CELL / 2;
      String label = escape(shortened(map.labels().get(row)));
      svg.append(
          "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n"
              .formatted(margin - 6, middle + 4, label));
      svg.append(
          "<text transform=\"translate(%d %d) rotate(-90)\">%s</text>\n"
              .formatted(middle + 4, margin - 6, label));
      for (int column = 0; column < size; column++) {
        svg.append(cell(map, row, column, most, margin));
      }
    }
    svg.append(
        "<text x=\"6\" y=\"16\">%s ↓, %s →</text>\n"
            .formatted(escape(map.rows()), escape(map.columns())));
    return svg.append("</svg>\n").toString();
  }

  private static String cell(HeatMap map, int row, int column, double most, int margin) {
    double value = map.values().get(row).get(column);
    double shade = value <= 0 || most <= 0 ? 0 : Math.log1p(value) / Math.log1p(most);
    return String.format(
        Locale.ROOT,
        "<rect class=\"cell\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill-opacity=\"%.3f\">"
            + "<title>%s → %s: %s</title></rect>\n",
        margin + column * CELL,
        margin + row * CELL,
        CELL - 1,
        CELL - 1,
        shade,
        escape(map.labels().get(row)),
        escape(map.labels().get(column)),
        Numbers.readable(value));
  }

  private static int margin(HeatMap map) {
    int longest =
        map.labels().stream().mapToInt(label -> shortened(label).length()).max().orElse(0);
    return Math.max(LEAST_MARGIN, 16 + LETTER * longest);
  }

  private static String shortened(String label) {
    return label.length() <= LABEL_LENGTH ? label : label.substring(0, LABEL_LENGTH - 1) + "…";
  }
}
