package dev.clade.valuation.study.experiment;

import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Plot;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.study.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws values with their intervals. */
final class Pictures {
  private Pictures() {}

  /** Returns values as points by player, with their intervals where these are known. */
  static Figure values(String name, String utility, Split split, Solution solution) {
    List<Double> players = new ArrayList<>();
    List<Double> values = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    List<Double> bounds = new ArrayList<>();
    for (int player = 0; player < split.playerCount(); player++) {
      PlayerValue value = solution.values().get(player);
      players.add((double) player);
      values.add(value.value());
      if (!Double.isNaN(value.lower())) {
        ends.addAll(List.of((double) player, (double) player));
        bounds.addAll(List.of(value.lower(), value.upper()));
      }
    }
    String who =
        IntStream.range(0, split.playerCount())
            .mapToObj(player -> player + " " + split.contributions().get(player).name())
            .collect(Collectors.joining(", "));
    return new Plot(
        name,
        "Values by %s with 95 %% intervals: %s".formatted(utility, who),
        new Axis("contributor", Scale.LINEAR),
        new Axis("value", Scale.LINEAR),
        List.of(
            new Series("95 % interval", Mark.SEGMENTS, ends, bounds),
            new Series("value", Mark.POINTS, players, values)));
  }
}
