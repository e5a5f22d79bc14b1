package dev.clade.lineage.graph.record;

import java.util.Arrays;

/**
 * Names in the order of their arrival, each with its length before it. A view shares the bytes,
 * which are only ever added to.
 *
 * @param pages the bytes
 * @param starts where each name starts
 * @param count how many there are
 */
record NewNames(byte[][] pages, int[] starts, int count) {
  /** Pages of 64 KiB: larger ones would each take a whole region of the collector's. */
  private static final int PAGE_BITS = 16;

  private static final int PAGE_SIZE = 1 << PAGE_BITS;
  private static final int LENGTH_BYTES = 2;

  byte[] page(int index) {
    return pages[starts[index] >>> PAGE_BITS];
  }

  int start(int index) {
    return (starts[index] & (PAGE_SIZE - 1)) + LENGTH_BYTES;
  }

  int end(int index) {
    byte[] page = page(index);
    int at = starts[index] & (PAGE_SIZE - 1);
    return at + LENGTH_BYTES + (((page[at] & 0xff) << Byte.SIZE) | (page[at + 1] & 0xff));
  }

  byte[] code(int index) {
    return Arrays.copyOfRange(page(index), start(index), end(index));
  }

  boolean equals(int index, byte[] code) {
    return Arrays.equals(page(index), start(index), end(index), code, 0, code.length);
  }

  int hash(int index) {
    return hash(page(index), start(index), end(index));
  }

  static int hash(byte[] bytes, int start, int end) {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  /** Takes names in. */
  static final class Builder {
    private byte[][] pages = new byte[1][];
    private int pageCount;
    private int used = PAGE_SIZE;
    private int[] starts = new int[16];
    private int count;

    void add(byte[] code) {
      int size = LENGTH_BYTES + code.length;
      if (used + size > PAGE_SIZE) {
        addPage();
      }
      byte[] page = pages[pageCount - 1];
      page[used] = (byte) (code.length >> Byte.SIZE);
      page[used + 1] = (byte) code.length;
      System.arraycopy(code, 0, page, used + LENGTH_BYTES, code.length);
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count + (count >> 1));
      }
      starts[count++] = ((pageCount - 1) << PAGE_BITS) | used;
      used += size;
    }

    NewNames view() {
      return new NewNames(pages, starts, count);
    }

    private void addPage() {
      if (pageCount == 1 << (Integer.SIZE - PAGE_BITS)) {
        throw new IllegalStateException("names take more than 4 GiB");
      }
      if (pageCount == pages.length) {
        pages = Arrays.copyOf(pages, 2 * pageCount);
      }
      pages[pageCount++] = new byte[PAGE_SIZE];
      used = 0;
    }
  }
}
