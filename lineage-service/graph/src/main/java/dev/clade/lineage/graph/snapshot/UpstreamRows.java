package dev.clade.lineage.graph.snapshot;

import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;

/** Collects the upstream edges of one node after the other, without self-loops and repeats. */
public final class UpstreamRows {
  private final int[] sizes;
  private final IntArrayList neighbors = new IntArrayList();
  private final ByteArrayList labels = new ByteArrayList();

  /** The current node's edges as {@link KeyedEdge}s of numbers, which sort as rows do. */
  private final LongArrayList row = new LongArrayList();

  private long selfLoops;

  /** Begins before the first of so many nodes. */
  public UpstreamRows(int nodes) {
    this.sizes = new int[nodes];
  }

  /** Adds an edge of the current node, in any order. */
  public void add(int node, int upstream, byte label) {
    if (upstream == node) {
      selfLoops++;
    } else {
      row.add(KeyedEdge.of(upstream, label));
    }
  }

  /** Ends a node's edges; every node must be ended, in ascending order. */
  public void end(int node) {
    LongArrays.quickSort(row.elements(), 0, row.size());
    for (int i = 0; i < row.size(); i++) {
      long edge = row.getLong(i);
      if (i == 0 || edge != row.getLong(i - 1)) {
        neighbors.add(KeyedEdge.neighbor(edge));
        labels.add(KeyedEdge.label(edge));
        sizes[node]++;
      }
    }
    row.clear();
  }

  /** Returns the edges, when the last node is ended. */
  public Adjacency adjacency() {
    return new CompressedAdjacency(
        sizes.length, RowStarts.of(sizes), neighbors.toIntArray(), labels.toByteArray());
  }

  /** Returns how many edges were left out because they lead from a node to itself. */
  public long selfLoopCount() {
    return selfLoops;
  }
}
