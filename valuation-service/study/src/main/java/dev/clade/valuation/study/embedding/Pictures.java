package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Plot;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import java.util.ArrayList;
import java.util.List;

/** Draws scores with their intervals. */
final class Pictures {
  private Pictures() {}

  /** Returns the mean reciprocal rank of each system, numbered in the order of its table. */
  static Figure parents(List<ParentScore> scores) {
    List<Double> places = new ArrayList<>();
    List<Double> means = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    List<Double> bounds = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (ParentScore score : scores) {
      double place = names.size() + 1.0;
      names.add("%d %s".formatted(names.size() + 1, score.scorer()));
      Interval mean = score.meanReciprocalRank();
      if (Double.isFinite(mean.mean())) {
        places.add(place);
        means.add(mean.mean());
        ends.addAll(List.of(place, place));
        bounds.addAll(List.of(mean.low(), mean.high()));
      }
    }
    return new Plot(
        "parents",
        "Mean reciprocal rank of hidden parents with 95 % intervals: " + String.join("; ", names),
        new Axis("system", Scale.LINEAR),
        new Axis("mean reciprocal rank", Scale.LINEAR),
        List.of(
            new Series("95 % interval", Mark.SEGMENTS, ends, bounds),
            new Series("mean", Mark.POINTS, places, means)));
  }
}
