package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactKind;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Names in ascending order, front-coded: in blocks of {@value #BLOCK} a name after the first has
 * the length that it shares with the one before, then the rest. Immutable. On the hub a name takes
 * about 20 bytes, where it has 34, and finding one takes O(log names) without further index.
 */
final class SortedNames {
  static final int BLOCK = 16;

  /** Pages of 64 KiB: larger ones would each take a whole region of the collector's. */
  private static final int PAGE_BITS = 16;

  private static final int PAGE_SIZE = 1 << PAGE_BITS;

  private static final ArtifactKind[] KINDS = ArtifactKind.values();

  /** A length below it takes one byte; others follow this byte in two. */
  private static final int LONG = 0xff;

  /** No names. It stands behind the constants that building it needs. */
  static final SortedNames NONE = new Builder().build();

  private final byte[][] pages;
  private final int[] blocks;
  private final int count;
  private final int longest;

  /** The names that differ from the one before only in case. */
  private final BitSet variants;

  /** By kind: its first name, or the one after where it would be. */
  private final int[] kindStarts;

  private SortedNames(Builder built) {
    this.pages = Arrays.copyOf(built.pages, built.pageCount);
    // The last page is only as long as it is full.
    pages[built.pageCount - 1] = Arrays.copyOf(built.page, built.used);
    this.blocks = Arrays.copyOf(built.blocks, (built.count + BLOCK - 1) / BLOCK);
    this.count = built.count;
    this.longest = built.longest;
    this.variants = built.variants;
    this.kindStarts = new int[KINDS.length];
    for (ArtifactKind kind : KINDS) {
      kindStarts[kind.ordinal()] = countBefore(new byte[] {NameCode.letter(kind)});
    }
  }

  int count() {
    return count;
  }

  /** Returns the kind that a name tells. */
  ArtifactKind kind(int index) {
    int kind = KINDS.length - 1;
    while (kindStarts[kind] > index) {
      kind--;
    }
    return KINDS[kind];
  }

  boolean equals(int index, byte[] code) {
    Cursor cursor = at(index);
    return Arrays.equals(cursor.code, 0, cursor.length, code, 0, code.length);
  }

  /** Whether a name differs from the one before only in case. */
  boolean isVariant(int index) {
    return variants.get(index);
  }

  /** Returns a cursor that stands on a name. */
  Cursor at(int index) {
    Cursor cursor = new Cursor(index / BLOCK * BLOCK);
    do {
      cursor.advance();
    } while (cursor.next <= index);
    return cursor;
  }

  /** Returns a cursor before the first name. */
  Cursor start() {
    return new Cursor(0);
  }

  /** Returns how many names are before a code, which need not be among them. */
  int countBefore(byte[] code) {
    return countBefore(code, false);
  }

  /** Returns how many names are before a code and all that differ from it only in case. */
  int countBeforeFolded(byte[] code) {
    return countBefore(code, true);
  }

  private int countBefore(byte[] code, boolean folded) {
    int low = 0;
    int high = blocks.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (compareHead(middle, code, folded) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return 0;
    }
    int end = Math.min(count, low * BLOCK);
    Cursor cursor = new Cursor((low - 1) * BLOCK);
    while (cursor.next < end) {
      cursor.advance();
      if (compare(cursor.code, 0, cursor.length, code, folded) >= 0) {
        return cursor.next - 1;
      }
    }
    return end;
  }

  private int compareHead(int block, byte[] code, boolean folded) {
    byte[] page = pages[blocks[block] >>> PAGE_BITS];
    int at = blocks[block] & (PAGE_SIZE - 1);
    int headLength = page[at++] & 0xff;
    if (headLength == LONG) {
      headLength = ((page[at] & 0xff) << Byte.SIZE) | (page[at + 1] & 0xff);
      at += 2;
    }
    return compare(page, at, at + headLength, code, folded);
  }

  private static int compare(byte[] left, int start, int end, byte[] right, boolean folded) {
    return folded
        ? NameCode.compareFolded(left, start, end, right, 0, right.length)
        : NameCode.compare(left, start, end, right, 0, right.length);
  }

  /** Goes through names in their order. */
  final class Cursor {
    private final byte[] code = new byte[longest];
    private int length;
    private int next;
    private byte[] page;
    private int at;

    private Cursor(int next) {
      this.next = next;
    }

    boolean hasNext() {
      return next < count;
    }

    /** Steps on to the next name. */
    void advance() {
      boolean isHead = next % BLOCK == 0;
      if (isHead) {
        page = pages[blocks[next / BLOCK] >>> PAGE_BITS];
        at = blocks[next / BLOCK] & (PAGE_SIZE - 1);
      }
      int shared = isHead ? 0 : readLength();
      int rest = readLength();
      System.arraycopy(page, at, code, shared, rest);
      at += rest;
      length = shared + rest;
      next++;
    }

    /** Returns the bytes of the current name and more; valid until the next step. */
    byte[] code() {
      return code;
    }

    /** Returns how many bytes the current name has. */
    int length() {
      return length;
    }

    private int readLength() {
      int first = page[at++] & 0xff;
      if (first < LONG) {
        return first;
      }
      at += 2;
      return ((page[at - 2] & 0xff) << Byte.SIZE) | (page[at - 1] & 0xff);
    }
  }

  /** Takes names in their order. */
  static final class Builder {
    private static final int MOST_PAGES = 1 << (Integer.SIZE - PAGE_BITS);

    private byte[][] pages = new byte[1][];
    private int pageCount;
    private byte[] page;
    private int used;
    private int[] blocks = new int[1];
    private int count;
    private int longest;
    private byte[] last = {};
    private int lastLength;
    private final BitSet variants = new BitSet();

    Builder() {
      addPage();
    }

    /**
     * Adds a name.
     *
     * @param code at its beginning the name's bytes
     * @throws IllegalArgumentException when it is not after the one before
     */
    void add(byte[] code, int length) {
      if (NameCode.compare(last, 0, lastLength, code, 0, length) >= 0) {
        throw new IllegalArgumentException("name %d is not after the one before".formatted(count));
      }
      variants.set(count, NameCode.compareFolded(last, 0, lastLength, code, 0, length) == 0);
      boolean isHead = count % BLOCK == 0;
      int shared = isHead ? 0 : shared(code, length);
      if (isHead) {
        startBlock();
      }
      // A block must stay within a page: it moves to a new one when this name does not fit.
      int size = length - shared + 6;
      if (used + size > PAGE_SIZE) {
        moveBlock();
      }
      if (!isHead) {
        writeLength(shared);
      }
      writeLength(length - shared);
      System.arraycopy(code, shared, page, used, length - shared);
      used += length - shared;
      longest = Math.max(longest, length);
      if (last.length < length) {
        last = new byte[length * 2];
      }
      System.arraycopy(code, 0, last, 0, length);
      lastLength = length;
      count++;
    }

    SortedNames build() {
      return new SortedNames(this);
    }

    private int shared(byte[] code, int length) {
      int mismatch = Arrays.mismatch(last, 0, lastLength, code, 0, length);
      return mismatch < 0 ? length : mismatch;
    }

    private void startBlock() {
      int block = count / BLOCK;
      if (block == blocks.length) {
        blocks = Arrays.copyOf(blocks, 2 * block);
      }
      blocks[block] = ((pageCount - 1) << PAGE_BITS) | used;
    }

    private void moveBlock() {
      int block = count / BLOCK;
      int start = blocks[block] & (PAGE_SIZE - 1);
      byte[] full = page;
      int end = used;
      pages[pageCount - 1] = Arrays.copyOf(full, start);
      addPage();
      System.arraycopy(full, start, page, 0, end - start);
      used = end - start;
      blocks[block] = (pageCount - 1) << PAGE_BITS;
    }

    private void addPage() {
      if (pageCount == MOST_PAGES) {
        throw new IllegalStateException("names take more than 4 GiB");
      }
      if (pageCount == pages.length) {
        pages = Arrays.copyOf(pages, 2 * pageCount);
      }
      page = new byte[PAGE_SIZE];
      pageCount++;
      used = 0;
    }

    private void writeLength(int length) {
      if (length < LONG) {
        page[used++] = (byte) length;
      } else {
        page[used++] = (byte) LONG;
        page[used++] = (byte) (length >> Byte.SIZE);
        page[used++] = (byte) length;
      }
    }
  }
}
