package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.ClassShares;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.report.DistributionSeries;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/** The pictures of maintenance. */
final class MaintenanceFigures {
  private MaintenanceFigures() {}

  static Figure monthly(SortedMap<YearMonth, ClassShares> months) {
    return new Figure.Plot(
        "monthly_classes",
        "What commits are for, by month",
        new Axis(months.isEmpty() ? "months" : "months since " + months.firstKey(), Scale.LINEAR),
        new Axis("share of commits", Scale.LINEAR),
        Stream.of(CommitClass.values()).map(each -> series(months, each)).toList());
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

  private static Series series(SortedMap<YearMonth, ClassShares> months, CommitClass of) {
    return new Series(
        Labels.of(of),
        Mark.LINE,
        months.keySet().stream()
            .map(month -> (double) ChronoUnit.MONTHS.between(months.firstKey(), month))
            .toList(),
        months.values().stream().map(each -> each.share(of)).toList());
  }
}
