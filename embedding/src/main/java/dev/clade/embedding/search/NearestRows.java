package dev.clade.embedding.search;

import it.unimi.dsi.fastutil.longs.LongHeapPriorityQueue;

/**
 * Keeps the nearest of the rows that it is given. A row and its cosine are one number that is the
 * larger the nearer the row is, and of equal ones the lower its number.
 */
final class NearestRows {
  private final int count;
  private final LongHeapPriorityQueue farthestFirst = new LongHeapPriorityQueue();

  NearestRows(int count) {
    this.count = count;
  }

  /** Returns whether a row of a cosine would be among the nearest. */
  boolean admits(int row, float cosine) {
    return farthestFirst.size() < count
        || count > 0 && key(row, cosine) > farthestFirst.firstLong();
  }

  /** Takes a row in if it is among the nearest. */
  void add(int row, float cosine) {
    if (admits(row, cosine)) {
      if (farthestFirst.size() == count) {
        farthestFirst.dequeueLong();
      }
      farthestFirst.enqueue(key(row, cosine));
    }
  }

  /** Hands the rows out; there are none left then. */
  Nearest take() {
    int[] rows = new int[farthestFirst.size()];
    float[] cosines = new float[rows.length];
    for (int i = rows.length - 1; i >= 0; i--) {
      long key = farthestFirst.dequeueLong();
      rows[i] = ~(int) key;
      cosines[i] = Float.intBitsToFloat(ordered((int) (key >> 32)));
    }
    return new Nearest(rows, cosines);
  }

  private static long key(int row, float cosine) {
    // Adding 0 makes -0 the same as 0.
    return (long) ordered(Float.floatToIntBits(cosine + 0f)) << 32 | ~row & 0xffff_ffffL;
  }

  /** From the bits of floats to integers of the same order, and back. */
  private static int ordered(int bits) {
    return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
  }
}
