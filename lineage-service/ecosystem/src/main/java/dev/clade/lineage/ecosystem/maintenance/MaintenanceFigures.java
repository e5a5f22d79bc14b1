package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.evolution.MonthlyLabels;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.report.DistributionSeries;
import dev.clade.lineage.ecosystem.report.Figure;
import dev.clade.lineage.ecosystem.report.Figure.Axis;
import dev.clade.lineage.ecosystem.report.Figure.Mark;
import dev.clade.lineage.ecosystem.report.Figure.Scale;
import dev.clade.lineage.ecosystem.report.Figure.Series;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The pictures of maintenance. */
final class MaintenanceFigures {
  private static final double MONTHS_OF_YEAR = 12;

  private MaintenanceFigures() {}

  static Figure monthly(Optional<MonthlyLabels> classes) {
    return new Figure.Plot(
        "monthly_classes",
        "What commits are for, by month",
        new Axis("year", Scale.LINEAR),
        new Axis("share of commits", Scale.LINEAR),
        classes
            .map(found -> Stream.of(CommitClass.values()).map(each -> series(found, each)).toList())
            .orElse(List.of()));
  }

  static Figure commits(List<History> histories) {
    return new Figure.Plot(
        "commits_of_models",
        "Share of models that have at least so many commits",
        new Axis("commits, at least", Scale.LOGARITHMIC),
        new Axis("share of models", Scale.LOGARITHMIC),
        List.of(
            DistributionSeries.tail(
                "models",
                Distribution.of(histories.stream().mapToInt(each -> each.commits().size())))));
  }

  private static Series series(MonthlyLabels classes, CommitClass each) {
    double[] shares = classes.shares(Labels.of(each));
    long[] commits = classes.created();
    int[] some = IntStream.range(0, commits.length).filter(i -> commits[i] > 0).toArray();
    return new Series(
        Labels.of(each),
        Mark.LINE,
        IntStream.of(some).mapToObj(i -> year(classes.months().month(i))).toList(),
        IntStream.of(some).mapToObj(i -> shares[i]).toList());
  }

  private static double year(YearMonth month) {
    return month.getYear() + (month.getMonthValue() - 1) / MONTHS_OF_YEAR;
  }
}
