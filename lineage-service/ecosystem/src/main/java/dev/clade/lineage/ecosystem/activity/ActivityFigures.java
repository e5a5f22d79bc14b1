package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.concentration.LorenzPoint;
import dev.clade.lineage.ecosystem.powerlaw.LognormalTail;
import dev.clade.lineage.ecosystem.powerlaw.PowerLaw;
import dev.clade.lineage.ecosystem.powerlaw.SurvivalPoint;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import java.util.stream.LongStream;

/** The pictures of activity. */
final class ActivityFigures {
  private static final List<Measure> TAILS = List.of(Measure.DOWNLOADS, Measure.LIKES);

  private ActivityFigures() {}

  static List<Figure> of(ActivityStudy study) {
    List<Figure> figures = new ArrayList<>();
    study
        .kinds()
        .forEach(
            (kind, found) -> {
              TAILS.stream()
                  .filter(found.measures()::containsKey)
                  .filter(measure -> !found.measures().get(measure).survival().isEmpty())
                  .forEach(
                      measure -> figures.add(tail(kind, measure, found.measures().get(measure))));
              figures.add(lorenz(kind, found));
            });
    return figures;
  }

  private static Figure tail(ArtifactKind kind, Measure measure, MeasureActivity found) {
    String measured = ActivityTables.label(measure);
    List<Series> series = new ArrayList<>();
    series.add(
        new Series(
            "observed",
            Mark.POINTS,
            found.survival().stream().map(each -> (double) each.value()).toList(),
            found.survival().stream().map(SurvivalPoint::share).toList()));
    found
        .powerLaw()
        .ifPresent(
            fitted -> {
              PowerLaw law = fitted.fit().law();
              LognormalTail lognormal = fitted.comparison().lognormal().tail();
              series.add(line("power law", found, fitted, law::survival));
              series.add(line("lognormal", found, fitted, lognormal::survival));
            });
    return new Figure.Plot(
        "tail_%s_%s".formatted(ActivityTables.label(kind), measured),
        "Share of %s with %s that have at least so many".formatted(kind.collection(), measured),
        new Axis(measured + ", at least", Scale.LOGARITHMIC),
        new Axis("share of " + kind.collection(), Scale.LOGARITHMIC),
        series);
  }

  /** Draws a distribution of the tail from where the tail begins, at the observed share. */
  private static Series line(
      String title, MeasureActivity found, PowerLawActivity fitted, LongToDoubleFunction survival) {
    long xmin = fitted.fit().law().xmin();
    double share = fitted.fit().tail() / (double) fitted.fit().total();
    long[] values =
        LongStream.concat(
                LongStream.of(xmin),
                found.survival().stream()
                    .mapToLong(SurvivalPoint::value)
                    .filter(value -> value > xmin))
            .toArray();
    return new Series(
        title,
        Mark.LINE,
        LongStream.of(values).mapToObj(value -> (double) value).toList(),
        LongStream.of(values).mapToObj(value -> share * survival.applyAsDouble(value)).toList());
  }

  private static Figure lorenz(ArtifactKind kind, KindActivity found) {
    List<Series> series = new ArrayList<>();
    series.add(new Series("if all had alike", Mark.LINE, List.of(0.0, 1.0), List.of(0.0, 1.0)));
    found
        .measures()
        .forEach(
            (measure, activity) -> {
              List<LorenzPoint> points =
                  activity.readings().get(Zeros.COUNTED).concentration().lorenz();
              series.add(
                  new Series(
                      ActivityTables.label(measure),
                      Mark.LINE,
                      points.stream().map(LorenzPoint::population).toList(),
                      points.stream().map(LorenzPoint::share).toList()));
            });
    return new Figure.Plot(
        "lorenz_" + ActivityTables.label(kind),
        "What the least active %s have of each measure".formatted(kind.collection()),
        new Axis("share of %s, the least first".formatted(kind.collection()), Scale.LINEAR),
        new Axis("share of the measure", Scale.LINEAR),
        series);
  }
}
