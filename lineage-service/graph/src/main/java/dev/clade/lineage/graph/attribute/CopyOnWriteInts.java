package dev.clade.lineage.graph.attribute;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Numbers by index, 0 where none was set. A view shares the pages; the writer copies a page before
 * it changes one that a view may see. Not thread-safe.
 */
final class CopyOnWriteInts {
  /** Pages of 16 KiB: what one changed number costs when a view was taken since the last one. */
  private static final int PAGE_BITS = 12;

  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int[] NOTHING_SET = new int[PAGE_SIZE];

  private int[][] pages = {};

  /** The pages that only the writer has. */
  private final BitSet own = new BitSet();

  int get(int index) {
    return get(pages, index);
  }

  void set(int index, int value) {
    if (get(index) == value) {
      return;
    }
    int page = index >> PAGE_BITS;
    if (page >= pages.length) {
      int old = pages.length;
      pages = Arrays.copyOf(pages, Math.max(page + 1, old + (old >> 1)));
      Arrays.fill(pages, old, pages.length, NOTHING_SET);
    }
    if (!own.get(page)) {
      pages[page] = pages[page].clone();
      own.set(page);
    }
    pages[page][index & (PAGE_SIZE - 1)] = value;
  }

  /** Returns the numbers as they are now, for {@link #get(int[][], int)}. */
  int[][] view() {
    own.clear();
    return pages.clone();
  }

  /** Returns a number of a view. */
  static int get(int[][] view, int index) {
    int page = index >> PAGE_BITS;
    return page < view.length ? view[page][index & (PAGE_SIZE - 1)] : 0;
  }
}
