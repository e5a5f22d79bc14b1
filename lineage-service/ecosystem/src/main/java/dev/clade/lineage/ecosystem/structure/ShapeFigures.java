package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.report.DistributionSeries;
import dev.clade.report.Figure;
import dev.clade.report.Figure.Axis;
import dev.clade.report.Figure.Mark;
import dev.clade.report.Figure.Scale;
import java.util.List;

/** The pictures of a graph's shape. */
final class ShapeFigures {
  private ShapeFigures() {}

  static Figure degrees(DegreeTable degrees) {
    return new Figure.Plot(
        "degrees",
        "Share of models with at least so many derivations",
        new Axis("bases or derived models, at least", Scale.LOGARITHMIC),
        new Axis("share of models", Scale.LOGARITHMIC),
        List.of(
            DistributionSeries.tail("derived models", degrees.out()),
            DistributionSeries.tail("bases", degrees.in())));
  }

  static Figure componentSizes(WeakComponents components) {
    return new Figure.Plot(
        "component_sizes",
        "Share of components with at least so many models",
        new Axis("models, at least", Scale.LOGARITHMIC),
        new Axis("share of components", Scale.LOGARITHMIC),
        List.of(DistributionSeries.tail("components", components.sizes())));
  }

  static Figure generations(Generations generations) {
    return new Figure.Plot(
        "generations",
        "Models by distance from the nearest root",
        new Axis("generation", Scale.LINEAR),
        new Axis("models", Scale.LOGARITHMIC),
        List.of(DistributionSeries.counts("models", Mark.BARS, generations.distribution())));
  }
}
