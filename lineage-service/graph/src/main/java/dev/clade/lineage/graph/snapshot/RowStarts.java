package dev.clade.lineage.graph.snapshot;

import java.util.Arrays;

/**
 * Where each node's row of edges starts, for nodes most of which have none: a bit a node says which
 * have some, and only those have a start. Takes 1.5 bits a node and 4 bytes a row that is not
 * empty; reading takes constant time.
 */
final class RowStarts {
  private final long[] filled;

  /** By 64 nodes: how many rows before them are not empty. */
  private final int[] rowsBefore;

  /** By row that is not empty: its start; then the number of edges. */
  private final int[] starts;

  private RowStarts(long[] filled, int[] rowsBefore, int[] starts) {
    this.filled = filled;
    this.rowsBefore = rowsBefore;
    this.starts = starts;
  }

  /** Returns the starts of rows of given sizes. */
  static RowStarts of(int[] sizes) {
    // One word more than the last node needs, so that there always is one for it.
    long[] filled = new long[sizes.length / Long.SIZE + 1];
    int[] rowsBefore = new int[filled.length];
    int[] starts = new int[sizes.length + 1];
    int row = 0;
    int edge = 0;
    for (int node = 0; node < sizes.length; node++) {
      if (node % Long.SIZE == 0) {
        rowsBefore[node / Long.SIZE] = row;
      }
      if (sizes[node] > 0) {
        filled[node / Long.SIZE] |= 1L << node;
        starts[row++] = edge;
        edge += sizes[node];
      }
    }
    starts[row] = edge;
    return new RowStarts(filled, rowsBefore, Arrays.copyOf(starts, row + 1));
  }

  int start(int node) {
    return starts[row(node)];
  }

  int end(int node) {
    return starts[row(node) + (int) (filled[node / Long.SIZE] >>> node & 1)];
  }

  /** Returns how many rows before a node's are not empty. */
  private int row(int node) {
    long before = filled[node / Long.SIZE] & ((1L << node) - 1);
    return rowsBefore[node / Long.SIZE] + Long.bitCount(before);
  }
}
