package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.statistics.Summary;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** The pictures of evolution. */
final class EvolutionFigures {
  private EvolutionFigures() {}

  /** Draws a series with what was fitted to it, by powers, where exponential growth is a line. */
  static Figure growth(GrowthSeries series) {
    int months = series.counts().size();
    List<Series> drawn = new ArrayList<>();
    drawn.add(
        series("repositories", Mark.POINTS, months, i -> series.counts().get(i).doubleValue()));
    series
        .growth()
        .ifPresent(
            growth -> {
              Exponential fit = growth.exponential();
              drawn.add(
                  line(
                      "line through the logarithms",
                      months,
                      i -> Math.exp(fit.intercept().value() + fit.rate().value() * i)));
              growth.curves().stream()
                  .filter(CurveFit::converged)
                  .map(curve -> line(curve.curve().label(), months, curve::value))
                  .forEach(drawn::add);
            });
    return new Figure.Plot(
        "%s_%s".formatted(series.name(), series.kind()),
        "%s, %s, and what was fitted".formatted(title(series.kind()), series.name()),
        months(series.months().first()),
        new Axis("repositories", Scale.LOGARITHMIC),
        drawn);
  }

  /** Draws a measure of popularity of all kinds that have months. */
  static Figure popularity(String measure, List<KindEvolution> kinds, YearMonth first) {
    List<Series> drawn = new ArrayList<>();
    for (KindEvolution kind : kinds) {
      MonthlyPopularity values = kind.popularity().get(measure);
      if (values != null && kind.months().count() > 0) {
        List<Summary> summaries = values.summaries(kind.months());
        drawn.add(line(kind.kind().collection(), summaries.size(), i -> summaries.get(i).mean()));
      }
    }
    return new Figure.Plot(
        measure + "_by_month",
        "Mean %s today, by month of creation".formatted(measure),
        months(first),
        new Axis(measure, Scale.LOGARITHMIC),
        drawn);
  }

  /** Draws the shares of labels over the months. */
  static Figure shares(String name, String title, MonthlyLabels labels, List<String> drawn) {
    return new Figure.Plot(
        name,
        title,
        months(labels.months().first()),
        new Axis("share of what was created", Scale.LINEAR),
        drawn.stream().map(label -> line(label, labels.shares(label))).toList());
  }

  private static Axis months(YearMonth first) {
    return new Axis("months since " + first, Scale.LINEAR);
  }

  private static Series line(String title, double[] values) {
    return line(title, values.length, i -> values[i]);
  }

  private static Series line(String title, int count, IntToDoubleFunction value) {
    return series(title, Mark.LINE, count, value);
  }

  private static Series series(String title, Mark mark, int count, IntToDoubleFunction value) {
    return new Series(
        title,
        mark,
        IntStream.range(0, count).mapToObj(i -> (double) i).toList(),
        IntStream.range(0, count).mapToDouble(value).boxed().toList());
  }

  private static String title(String kind) {
    return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
  }
}
