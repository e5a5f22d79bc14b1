package dev.clade.lineage.ecosystem.network.graph;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Puts nodes into order by what is measured of them. */
public final class NodeOrder {
  private NodeOrder() {}

  /** Returns the nodes from 0 on, largest measure first, equal ones by number. */
  public static int[] descending(int nodes, IntToDoubleFunction measure) {
    int[] order = IntStream.range(0, nodes).toArray();
    IntArrays.quickSort(
        order,
        (left, right) -> {
          int byMeasure = Double.compare(measure.applyAsDouble(right), measure.applyAsDouble(left));
          return byMeasure != 0 ? byMeasure : Integer.compare(left, right);
        });
    return order;
  }
}
