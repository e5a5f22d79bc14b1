package dev.clade.lineage.graph.snapshot;

import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;

/** The rows of one direction that differ from a snapshot's. For an overlay's writer. */
final class ChangedRows {
  private final Adjacency base;
  private final Int2ObjectMap<LongArrayList> rows = new Int2ObjectOpenHashMap<>();
  private int added;
  private int removed;
  private FlatRows flat = new FlatRows(rows);
  private boolean isFlat = true;

  ChangedRows(Adjacency base) {
    this.base = base;
  }

  int count() {
    return rows.size();
  }

  /** Returns how many edges all changed rows have. */
  int edgeCount() {
    return rows.values().stream().mapToInt(LongArrayList::size).sum();
  }

  /** Returns a node's edges as {@link KeyedEdge}s, not to be changed. */
  LongList row(int key) {
    LongArrayList changed = rows.get(key);
    return changed == null ? baseRow(key) : changed;
  }

  /** Adds an edge that the node does not have. */
  void add(int key, long edge, OverlaidNodes nodes) {
    LongArrayList row = changed(key);
    row.add(place(row, edge, nodes), edge);
    added++;
  }

  /** Removes an edge that the node has. */
  void remove(int key, long edge, OverlaidNodes nodes) {
    LongArrayList row = changed(key);
    row.removeLong(place(row, edge, nodes));
    removed++;
  }

  /** Returns the edges as they are now, for readers. */
  Adjacency adjacency(OverlaidNodes nodes) {
    if (rows.isEmpty() && nodes.freshCount() == 0) {
      return base;
    }
    if (!isFlat) {
      flat = new FlatRows(rows);
      isFlat = true;
    }
    return new OverlaidAdjacency(base, nodes, flat, base.edgeCount() + added - removed);
  }

  private LongArrayList changed(int key) {
    isFlat = false;
    return rows.computeIfAbsent(key, this::baseRow);
  }

  private LongArrayList baseRow(int key) {
    LongArrayList row = new LongArrayList();
    if (key < base.nodeCount()) {
      for (int edge = base.start(key); edge < base.end(key); edge++) {
        row.add(KeyedEdge.of(base.neighbor(edge), base.label(edge)));
      }
    }
    return row;
  }

  private static int place(LongArrayList row, long edge, OverlaidNodes nodes) {
    long sought = numbered(edge, nodes);
    return Search.lowerBound(row.size(), i -> numbered(row.getLong(i), nodes) < sought);
  }

  private static long numbered(long edge, OverlaidNodes nodes) {
    return KeyedEdge.of(nodes.number(KeyedEdge.neighbor(edge)), KeyedEdge.label(edge));
  }
}
