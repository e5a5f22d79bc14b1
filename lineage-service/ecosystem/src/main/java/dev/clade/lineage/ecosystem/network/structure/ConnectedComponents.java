package dev.clade.lineage.ecosystem.network.structure;

import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.ecosystem.statistics.Tally;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;

/**
 * The parts of a network between which there are no ties, whichever way these point.
 *
 * @param sizes of each component, how many nodes it has
 */
public record ConnectedComponents(Distribution sizes) {
  /** Returns the components of a graph, in O(nodes + edges). */
  public static ConnectedComponents of(UndirectedGraph graph) {
    BitSet seen = new BitSet(graph.nodeCount());
    Tally sizes = new Tally();
    for (int start = seen.nextClearBit(0);
        start < graph.nodeCount();
        start = seen.nextClearBit(start)) {
      sizes.add(walk(graph.neighbors(), start, seen));
    }
    return new ConnectedComponents(sizes.distribution());
  }

  /** Returns how many components there are. */
  public long count() {
    return sizes.count();
  }

  /** Returns how many nodes the largest one has; 0 without nodes. */
  public int largest() {
    return count() == 0 ? 0 : sizes.max();
  }

  private static int walk(Neighbors edges, int start, BitSet seen) {
    IntArrayList open = IntArrayList.of(start);
    seen.set(start);
    int size = 0;
    while (!open.isEmpty()) {
      int node = open.popInt();
      size++;
      for (int edge = edges.start(node); edge < edges.end(node); edge++) {
        int neighbor = edges.neighbor(edge);
        if (!seen.get(neighbor)) {
          seen.set(neighbor);
          open.push(neighbor);
        }
      }
    }
    return size;
  }
}
