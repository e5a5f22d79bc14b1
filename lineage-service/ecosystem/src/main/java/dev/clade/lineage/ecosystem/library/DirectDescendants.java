package dev.clade.lineage.ecosystem.library;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Summary;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How many models were derived directly from those that any was derived from. Which have most is
 * told by {@link dev.clade.lineage.ecosystem.structure.TopBases}.
 *
 * @param derivations how many derivations there are
 * @param perParent their number for each model that has any
 * @param single how many models have exactly one
 */
public record DirectDescendants(long derivations, Summary perParent, long single) {
  /** Counts, in O(models log models). */
  public static DirectDescendants of(DerivationGraph graph) {
    long[] counts =
        IntStream.range(graph.firstModel(), graph.endModel())
            .mapToLong(graph::derivedCount)
            .filter(count -> count > 0)
            .toArray();
    return new DirectDescendants(
        graph.edgeCount(),
        Summary.of(counts),
        Arrays.stream(counts).filter(count -> count == 1).count());
  }

  /** Returns the share of parents with exactly one, 0 to 1; NaN without any. */
  public double singleShare() {
    return single / (double) perParent.count();
  }
}
