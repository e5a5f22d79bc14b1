package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactName;
import it.unimi.dsi.fastutil.HashCommon;
import java.util.Arrays;

/**
 * Gives every distinct name, case included, a small integer, and keeps its bytes once.
 *
 * <p>A name takes its bytes plus 3 (kind and length), 4 for its start and 5.3 to 10.7 in an open
 * hash table with linear probing. Names are never removed. Not thread-safe; {@link #view()} is what
 * readers get.
 */
final class NameTable {
  private static final int SMALLEST = 1 << 10;

  private byte[][] pages = {new byte[Names.PAGE_SIZE]};
  private int pageCount = 1;
  private int used;
  private int[] starts = new int[SMALLEST];
  private int count;

  /** Id plus one at the hash's place or after it, 0 for free; at most three quarters full. */
  private int[] slots = new int[2 * SMALLEST];

  /** Returns the id of a name, a new one when the name is new. Amortized O(length). */
  int intern(ArtifactName name) {
    byte[] code = NameCode.of(name);
    Names names = view();
    int mask = slots.length - 1;
    int slot = HashCommon.mix(Names.hash(code, 0, code.length)) & mask;
    while (slots[slot] != 0) {
      if (names.equalsCode(slots[slot] - 1, code)) {
        return slots[slot] - 1;
      }
      slot = (slot + 1) & mask;
    }
    int id = append(code);
    slots[slot] = id + 1;
    if (count > slots.length / 4 * 3) {
      rehash();
    }
    return id;
  }

  Names view() {
    return new Names(pages, starts, count);
  }

  private int append(byte[] code) {
    int size = Names.LENGTH_BYTES + code.length;
    if (used + size > Names.PAGE_SIZE) {
      addPage();
    }
    byte[] page = pages[pageCount - 1];
    page[used] = (byte) (code.length >> 8);
    page[used + 1] = (byte) code.length;
    System.arraycopy(code, 0, page, used + Names.LENGTH_BYTES, code.length);
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count + (count >> 1));
    }
    starts[count] = ((pageCount - 1) << Names.PAGE_BITS) | used;
    used += size;
    return count++;
  }

  private void addPage() {
    if (pageCount == 1 << (Integer.SIZE - Names.PAGE_BITS)) {
      throw new IllegalStateException("names take more than 4 GiB");
    }
    if (pageCount == pages.length) {
      pages = Arrays.copyOf(pages, 2 * pageCount);
    }
    pages[pageCount++] = new byte[Names.PAGE_SIZE];
    used = 0;
  }

  private void rehash() {
    int[] larger = new int[2 * slots.length];
    Names names = view();
    for (int id = 0; id < count; id++) {
      int slot = HashCommon.mix(names.hash(id)) & (larger.length - 1);
      while (larger[slot] != 0) {
        slot = (slot + 1) & (larger.length - 1);
      }
      larger[slot] = id + 1;
    }
    slots = larger;
  }
}
