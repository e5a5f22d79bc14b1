package dev.clade.local.report;

import dev.clade.valuation.v1.ContributorValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws values as bars from zero, each with the ends of its 95 % interval. */
final class ValuesDrawing {
  private static final int LEFT = 150;
  private static final int WIDTH = 520;
  private static final int LINE_HEIGHT = 30;

  private final double least;
  private final double most;

  private ValuesDrawing(List<ContributorValue> values) {
    least = Math.min(0, values.stream().mapToDouble(ValuesDrawing::lower).min().orElse(0));
    most = Math.max(0, values.stream().mapToDouble(ValuesDrawing::upper).max().orElse(0));
  }

  static String svg(List<ContributorValue> values) {
    ValuesDrawing drawing = new ValuesDrawing(values);
    StringBuilder svg =
        new StringBuilder(
            "<svg role=\"img\" aria-label=\"values with intervals\" width=\"%d\" height=\"%d\">%n"
                .formatted(LEFT + WIDTH + 90, values.size() * LINE_HEIGHT + 10));
    List<ContributorValue> ranked =
        values.stream().sorted(Comparator.comparingInt(ContributorValue::getRank)).toList();
    for (int i = 0; i < ranked.size(); i++) {
      drawing.bar(svg, ranked.get(i), 20 + i * LINE_HEIGHT);
    }
    return svg.append("</svg>\n").toString();
  }

  private void bar(StringBuilder svg, ContributorValue value, int y) {
    double zero = x(0);
    double end = x(value.getValue());
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                + "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"16\"/>"
                + "<path class=\"interval\" d=\"M%.1f %d H%.1f\"/>"
                + "<text x=\"%d\" y=\"%d\">%.4f</text>%n",
            LEFT - 10,
            y + 4,
            Markup.escape(value.getContributor()),
            Math.min(zero, end),
            y - 8,
            Math.abs(end - zero),
            x(lower(value)),
            y,
            x(upper(value)),
            LEFT + WIDTH + 15,
            y + 4,
            value.getValue()));
  }

  private double x(double value) {
    return most == least ? LEFT : LEFT + (value - least) / (most - least) * WIDTH;
  }

  private static double lower(ContributorValue value) {
    return Double.isNaN(value.getLower()) ? value.getValue() : value.getLower();
  }

  private static double upper(ContributorValue value) {
    return Double.isNaN(value.getUpper()) ? value.getValue() : value.getUpper();
  }
}
