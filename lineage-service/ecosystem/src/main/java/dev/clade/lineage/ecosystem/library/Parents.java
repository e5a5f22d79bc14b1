package dev.clade.lineage.ecosystem.library;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.library.DescendantLine.Point;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** The models that others were derived from, with downloads. */
record Parents(DerivationGraph graph, LibraryModels models) {
  /** Returns each with the sum of the downloads of those derived from it. */
  List<Point> byDescendantsDownloads() {
    return points(this::descendantsDownloads);
  }

  /** Returns each that the catalogue has with its own downloads. */
  List<Point> byOwnDownloads() {
    return points(models::downloads);
  }

  /** Returns the sum of the downloads of those derived from a model. */
  long descendantsDownloads(int model) {
    return IntStream.range(0, graph.derivedCount(model))
        .mapToLong(i -> Math.max(0, models.downloads(graph.derived(model, i))))
        .sum();
  }

  private List<Point> points(IntToLongFunction downloads) {
    return IntStream.range(graph.firstModel(), graph.endModel())
        .filter(model -> graph.derivedCount(model) > 0)
        .filter(model -> downloads.applyAsLong(model) != LibraryModels.UNKNOWN)
        .mapToObj(model -> new Point(downloads.applyAsLong(model), graph.derivedCount(model)))
        .toList();
  }
}
