package dev.clade.lineage.graph.snapshot;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** The rows of some nodes, found by the nodes' keys. Immutable. */
final class FlatRows {
  /** In place of a row: the node has none here. */
  static final int UNCHANGED = -1;

  private final Int2IntOpenHashMap rowOfKey;
  private final int[] starts;
  private final long[] edges;

  /** Copies rows of {@link KeyedEdge}s. */
  FlatRows(Int2ObjectMap<LongArrayList> rows) {
    rowOfKey = new Int2IntOpenHashMap(rows.size());
    rowOfKey.defaultReturnValue(UNCHANGED);
    starts = new int[rows.size() + 1];
    edges = new long[rows.values().stream().mapToInt(LongArrayList::size).sum()];
    int row = 0;
    for (Int2ObjectMap.Entry<LongArrayList> each : rows.int2ObjectEntrySet()) {
      LongArrayList added = each.getValue();
      added.getElements(0, edges, starts[row], added.size());
      rowOfKey.put(each.getIntKey(), row);
      starts[row + 1] = starts[row] + added.size();
      row++;
    }
  }

  int row(int key) {
    return rowOfKey.get(key);
  }

  /** Returns where a row starts, which is where the one before ends. */
  int start(int row) {
    return starts[row];
  }

  long edge(int index) {
    return edges[index];
  }
}
