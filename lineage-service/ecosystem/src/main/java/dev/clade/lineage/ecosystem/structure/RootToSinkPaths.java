package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.math.BigInteger;
import java.util.TreeMap;

/**
 * Chains counted as every path from a root to a sink: a rule that depends on no order of search,
 * unlike that of {@link DepthFirstChains}.
 *
 * <p>A root has no base, nothing was derived from a sink, and paths differ when they take different
 * derivations. Models that are derived from each other in a circle count as one model, since a path
 * round a circle has no end. Nobody walks these paths one by one: they are counted by length, and
 * can be more than there are numbers for in 64 bits.
 *
 * @param lengths of each path, how many models it passes, at least 2
 */
public record RootToSinkPaths(Distribution lengths) {
  /**
   * Counts the paths of a graph, in O(Σ edges that leave models at each distance from roots), which
   * is edges times the longest path at most and about edges where lineages are trees.
   */
  public static RootToSinkPaths of(DerivationGraph graph) {
    return new RootToSinkPaths(new Search(graph).lengths());
  }

  /** Goes from all roots on, length by length. */
  private static final class Search {
    private final DerivationGraph graph;
    private final Circles circles;

    Search(DerivationGraph graph) {
      this.graph = graph;
      this.circles = Circles.of(graph);
    }

    Distribution lengths() {
      TreeMap<Integer, BigInteger> complete = new TreeMap<>();
      Int2ObjectOpenHashMap<BigInteger> paths = fromRoots();
      for (int length = 1; !paths.isEmpty(); length++) {
        Int2ObjectOpenHashMap<BigInteger> longer = new Int2ObjectOpenHashMap<>();
        BigInteger ended = BigInteger.ZERO;
        for (Int2ObjectOpenHashMap.Entry<BigInteger> each : paths.int2ObjectEntrySet()) {
          if (!extend(each.getIntKey(), each.getValue(), longer)) {
            ended = ended.add(each.getValue());
          }
        }
        // Paths of one model are models that nothing connects with any other.
        if (length > 1) {
          complete.put(length, ended);
        }
        paths = longer;
      }
      return Distribution.ofCounts(complete);
    }

    private Int2ObjectOpenHashMap<BigInteger> fromRoots() {
      Int2ObjectOpenHashMap<BigInteger> paths = new Int2ObjectOpenHashMap<>();
      for (int model = graph.firstModel(); model < graph.endModel(); model++) {
        if (circles.isRoot(model) && graph.derivedCount(model) > 0) {
          paths.put(model, BigInteger.ONE);
        }
      }
      return paths;
    }

    /** Adds paths that lead on from a component; returns whether there are such. */
    private boolean extend(int first, BigInteger paths, Int2ObjectOpenHashMap<BigInteger> longer) {
      boolean goesOn = false;
      for (int member : circles.members(first)) {
        for (int i = 0; i < graph.derivedCount(member); i++) {
          int derived = circles.first(graph.derived(member, i));
          if (derived != first) {
            longer.merge(derived, paths, BigInteger::add);
            goesOn = true;
          }
        }
      }
      return goesOn;
    }
  }
}
