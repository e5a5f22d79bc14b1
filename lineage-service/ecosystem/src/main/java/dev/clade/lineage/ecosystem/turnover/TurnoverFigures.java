package dev.clade.lineage.ecosystem.turnover;

import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The picture of turnover. */
final class TurnoverFigures {
  private TurnoverFigures() {}

  /** Draws bars on top of each other, one a snapshot but the first, in which all are newcomers. */
  static Figure changes(TopTurnover turnover) {
    return new Figure.Plot(
        "turnover",
        "The top of each snapshot: who remained, who returned, who came new",
        new Axis("snapshot", Scale.LINEAR),
        new Axis("repositories", Scale.LINEAR),
        List.of(
            series("newcomers, at the top", turnover, TopChange::size),
            series("returning, in the middle", turnover, c -> c.remained() + c.returning()),
            series("remained", turnover, TopChange::remained)));
  }

  private static Series series(
      String title, TopTurnover turnover, ToIntFunction<TopChange> height) {
    List<TopChange> changes = turnover.changes();
    return new Series(
        title,
        Mark.BARS,
        IntStream.range(1, changes.size()).mapToObj(i -> i + 1.0).toList(),
        changes.stream().skip(1).map(each -> (double) height.applyAsInt(each)).toList());
  }
}
