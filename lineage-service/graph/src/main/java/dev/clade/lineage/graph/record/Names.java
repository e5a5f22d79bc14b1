package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import java.util.Arrays;

/**
 * The names that a {@link NameTable} had when the view was taken, by their ids from 0 on. It shares
 * the table's bytes, which are only ever added to, and may be read by any thread that received it
 * safely.
 */
public final class Names {
  /** Pages of 64 KiB: larger ones would each take a whole region of the collector's. */
  static final int PAGE_BITS = 16;

  static final int PAGE_SIZE = 1 << PAGE_BITS;
  static final int LENGTH_BYTES = 2;

  private final byte[][] pages;
  private final int[] starts;
  private final int count;

  Names(byte[][] pages, int[] starts, int count) {
    this.pages = pages;
    this.starts = starts;
    this.count = count;
  }

  /** Returns how many names there are. */
  public int count() {
    return count;
  }

  /** Returns a name. */
  public ArtifactName get(int name) {
    return NameCode.name(page(name), start(name), length(name));
  }

  /** Returns the kind that a name tells. */
  public ArtifactKind kind(int name) {
    return NameCode.kind(page(name)[start(name)]);
  }

  /** Compares two names as resource names, by code points. */
  public int compare(int left, int right) {
    return Arrays.compareUnsigned(
        page(left),
        start(left),
        start(left) + length(left),
        page(right),
        start(right),
        start(right) + length(right));
  }

  /** Compares a name with one that need not be in the table. */
  public int compare(int left, ArtifactName right) {
    byte[] code = NameCode.of(right);
    return Arrays.compareUnsigned(
        page(left), start(left), start(left) + length(left), code, 0, code.length);
  }

  /** Compares two names regardless of the case of ASCII letters. */
  public int compareFolded(int left, int right) {
    return compareFolded(left, page(right), start(right), length(right));
  }

  /** Compares a name with one that need not be in the table, regardless of case. */
  public int compareFolded(int left, ArtifactName right) {
    byte[] code = NameCode.of(right);
    return compareFolded(left, code, 0, code.length);
  }

  boolean equalsCode(int name, byte[] code) {
    return Arrays.equals(page(name), start(name), start(name) + length(name), code, 0, code.length);
  }

  int hash(int name) {
    return hash(page(name), start(name), length(name));
  }

  static int hash(byte[] bytes, int start, int length) {
    int hash = 1;
    for (int i = start; i < start + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  private int compareFolded(int left, byte[] bytes, int start, int length) {
    byte[] leftBytes = page(left);
    int leftStart = start(left);
    int common = Math.min(length(left), length);
    for (int i = 0; i < common; i++) {
      int difference = NameCode.fold(leftBytes[leftStart + i]) - NameCode.fold(bytes[start + i]);
      if (difference != 0) {
        return difference;
      }
    }
    return length(left) - length;
  }

  private byte[] page(int name) {
    return pages[starts[name] >>> PAGE_BITS];
  }

  private int start(int name) {
    return (starts[name] & (PAGE_SIZE - 1)) + LENGTH_BYTES;
  }

  private int length(int name) {
    byte[] page = page(name);
    int at = starts[name] & (PAGE_SIZE - 1);
    return ((page[at] & 0xff) << 8) | (page[at + 1] & 0xff);
  }
}
