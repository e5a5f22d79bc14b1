package dev.clade.lineage.ecosystem.adoption;

import dev.clade.lineage.ecosystem.report.DistributionSeries;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import dev.clade.report.Figure.Series;
import java.util.List;

/** The pictures of adoption. */
final class AdoptionFigures {
  private AdoptionFigures() {}

  static Figure tail(AdoptionStudy study) {
    return new Figure.Plot(
        "adoption_tail",
        "Share of models that at least so many spaces use",
        new Axis("spaces, at least", Scale.LOGARITHMIC),
        new Axis("share of models", Scale.LOGARITHMIC),
        List.of(DistributionSeries.tail("models", study.adoption())));
  }

  static Figure lorenz(AdoptionStudy study) {
    return new Figure.Plot(
        "adoption_lorenz",
        "What share of uses the least used models have",
        new Axis("share of models, the least used first", Scale.LINEAR),
        new Axis("share of uses", Scale.LINEAR),
        List.of(
            new Series("if all were used alike", Mark.LINE, List.of(0.0, 1.0), List.of(0.0, 1.0)),
            DistributionSeries.lorenz("uses", study.adoption())));
  }
}
