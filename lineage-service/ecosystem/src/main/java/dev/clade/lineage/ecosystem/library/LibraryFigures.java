package dev.clade.lineage.ecosystem.library;

import dev.clade.lineage.ecosystem.library.DescendantLine.Point;
import dev.clade.lineage.ecosystem.report.DistributionSeries;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The pictures of libraries and descendants. */
final class LibraryFigures {
  private LibraryFigures() {}

  static Figure tail(Distribution descendants) {
    return new Figure.Plot(
        "descendants_tail",
        "Share of parents with at least so many direct descendants",
        new Axis("descendants, at least", Scale.LOGARITHMIC),
        new Axis("share of parents", Scale.LOGARITHMIC),
        List.of(DistributionSeries.tail("parents", descendants)));
  }

  /** Draws the line, and what parents of each power of ten of downloads have on average. */
  static Figure line(List<Point> points) {
    SortedMap<Integer, List<Point>> powers = new TreeMap<>();
    for (Point each : points) {
      if (each.downloads() > 0) {
        powers
            .computeIfAbsent((int) Math.log10(each.downloads()), any -> new ArrayList<>())
            .add(each);
      }
    }
    List<Double> x = new ArrayList<>();
    List<Double> y = new ArrayList<>();
    powers
        .values()
        .forEach(
            each -> {
              x.add(mean(each.stream().mapToDouble(Point::downloads).toArray()));
              y.add(mean(each.stream().mapToDouble(Point::descendants).toArray()));
            });
    List<Series> series = new ArrayList<>();
    series.add(new Series("geometric means by power of ten", Mark.POINTS, x, y));
    DescendantLine.of(points)
        .ifPresent(
            line ->
                series.add(
                    new Series(
                        "line through all parents",
                        Mark.LINE,
                        x,
                        x.stream().map(line::at).toList())));
    return new Figure.Plot(
        "descendants_by_downloads",
        "Direct descendants of a model by its own downloads",
        new Axis("downloads", Scale.LOGARITHMIC),
        new Axis("descendants", Scale.LOGARITHMIC),
        series);
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += Math.log(value);
    }
    return Math.exp(sum / values.length);
  }
}
