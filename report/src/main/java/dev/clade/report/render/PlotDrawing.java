package dev.clade.report.render;

import static dev.clade.report.render.Markup.coordinate;
import static dev.clade.report.render.Markup.escape;

import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Plot;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Draws a plot as SVG. */
final class PlotDrawing {
  private static final int WIDTH = 640;
  private static final int HEIGHT = 360;
  private static final int LEFT = 70;
  private static final int RIGHT = 32;
  private static final int TOP = 16;
  private static final int BOTTOM = 52;
  private static final int LEGEND_LINE = 18;
  private static final int COLORS = 8;
  private static final double WIDEST_BAR = 24;

  private final Plot plot;
  private final AxisScale x;
  private final AxisScale y;

  /** Room at both ends of the axis across, so that the outermost bars stand beside the axis. */
  private final double inset;

  private final StringBuilder svg = new StringBuilder();

  private PlotDrawing(Plot plot) {
    this.plot = plot;
    boolean bars = plot.series().stream().anyMatch(each -> each.mark() == Mark.BARS);
    this.inset = bars ? WIDEST_BAR : 0;
    DoubleStream ground =
        bars && plot.y().scale() == Scale.LINEAR ? DoubleStream.of(0) : DoubleStream.empty();
    this.x = AxisScale.of(plot.x().scale(), values(plot.series(), true));
    this.y =
        AxisScale.of(plot.y().scale(), DoubleStream.concat(ground, values(plot.series(), false)));
  }

  static String of(Plot plot) {
    return new PlotDrawing(plot).draw();
  }

  private static DoubleStream values(List<Series> series, boolean across) {
    return series.stream()
        .flatMap(each -> (across ? each.x() : each.y()).stream())
        .mapToDouble(Double::doubleValue);
  }

  private String draw() {
    int height = HEIGHT + (plot.series().size() > 1 ? LEGEND_LINE * plot.series().size() : 0);
    svg.append(
        "<svg class=\"plot\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
            .formatted(WIDTH, height, escape(plot.title())));
    drawAxes();
    for (int i = 0; i < plot.series().size(); i++) {
      draw(plot.series().get(i), i % COLORS);
    }
    if (plot.series().size() > 1) {
      drawLegend();
    }
    return svg.append("</svg>\n").toString();
  }

  private void drawAxes() {
    for (double tick : x.ticks()) {
      double at = across(tick);
      line("grid", at, TOP, at, HEIGHT - BOTTOM);
      text(at, HEIGHT - BOTTOM + 16, "middle", label(plot.x().scale(), tick));
    }
    for (double tick : y.ticks()) {
      double at = up(tick);
      line("grid", LEFT, at, WIDTH - RIGHT, at);
      text(LEFT - 6, at + 4, "end", label(plot.y().scale(), tick));
    }
    text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 12, "middle", plot.x().title());
    svg.append(
        "<text transform=\"translate(14 %s) rotate(-90)\" text-anchor=\"middle\">%s</text>\n"
            .formatted(coordinate((TOP + HEIGHT - BOTTOM) / 2.0), escape(plot.y().title())));
  }

  private void draw(Series series, int color) {
    switch (series.mark()) {
      case POINTS -> drawPoints(series, color);
      case LINE -> drawLine(series, color);
      case BARS -> drawBars(series, color);
      case SEGMENTS -> drawSegments(series, color);
    }
  }

  private void drawPoints(Series series, int color) {
    svg.append("<g class=\"points c%d\">".formatted(color));
    for (int i = 0; i < series.x().size(); i++) {
      if (hasPlace(series, i)) {
        svg.append(
            "<circle cx=\"%s\" cy=\"%s\" r=\"2.5\"/>"
                .formatted(
                    coordinate(across(series.x().get(i))), coordinate(up(series.y().get(i)))));
      }
    }
    svg.append("</g>\n");
  }

  private void drawLine(Series series, int color) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < series.x().size(); i++) {
      if (hasPlace(series, i)) {
        points
            .append(coordinate(across(series.x().get(i))))
            .append(',')
            .append(coordinate(up(series.y().get(i))))
            .append(' ');
      }
    }
    svg.append(
        "<polyline class=\"line c%d\" points=\"%s\"/>\n"
            .formatted(color, points.toString().strip()));
  }

  private void drawBars(Series series, int color) {
    double room = (WIDTH - LEFT - RIGHT) / (double) Math.max(1, series.x().size());
    double width = Math.min(WIDEST_BAR, 0.8 * room);
    svg.append("<g class=\"bars c%d\">".formatted(color));
    for (int i = 0; i < series.x().size(); i++) {
      if (hasPlace(series, i)) {
        double top = up(series.y().get(i));
        double ground = HEIGHT - BOTTOM;
        svg.append(
            "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>"
                .formatted(
                    coordinate(across(series.x().get(i)) - width / 2),
                    coordinate(top),
                    coordinate(width),
                    coordinate(Math.max(0, ground - top))));
      }
    }
    svg.append("</g>\n");
  }

  private void drawSegments(Series series, int color) {
    for (int i = 0; i + 1 < series.x().size(); i += 2) {
      if (hasPlace(series, i) && hasPlace(series, i + 1)) {
        line(
            "line c" + color,
            across(series.x().get(i)),
            up(series.y().get(i)),
            across(series.x().get(i + 1)),
            up(series.y().get(i + 1)));
      }
    }
  }

  private void drawLegend() {
    for (int i = 0; i < plot.series().size(); i++) {
      int top = HEIGHT + LEGEND_LINE * i;
      svg.append(
          "<rect class=\"key c%d\" x=\"%d\" y=\"%d\" width=\"12\" height=\"12\"/>\n"
              .formatted(i % COLORS, LEFT, top));
      text(LEFT + 18, top + 10, "start", plot.series().get(i).title());
    }
  }

  private boolean hasPlace(Series series, int index) {
    return x.hasPlace(series.x().get(index)) && y.hasPlace(series.y().get(index));
  }

  private double across(double value) {
    return LEFT + inset + x.place(value) * (WIDTH - LEFT - RIGHT - 2 * inset);
  }

  private double up(double value) {
    return HEIGHT - BOTTOM - y.place(value) * (HEIGHT - BOTTOM - TOP);
  }

  private void line(String kind, double x1, double y1, double x2, double y2) {
    svg.append(
        "<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
            .formatted(kind, coordinate(x1), coordinate(y1), coordinate(x2), coordinate(y2)));
  }

  private void text(double left, double base, String anchor, String text) {
    svg.append(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
            .formatted(coordinate(left), coordinate(base), anchor, escape(text)));
  }

  private static String label(Scale scale, double tick) {
    boolean power = scale == Scale.LOGARITHMIC && (tick < 0.001 || tick > 100_000);
    return power
        ? String.format(Locale.ROOT, "1e%d", Math.round(Math.log10(tick)))
        : Numbers.readable(tick);
  }
}
