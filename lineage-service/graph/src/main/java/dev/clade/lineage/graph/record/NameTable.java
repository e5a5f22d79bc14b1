package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactName;
import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Gives every distinct name, case included, a small integer, and keeps its bytes once.
 *
 * <p>Names that are new are kept as they come and found by an open hash table with linear probing;
 * that takes their bytes plus 11.3 to 16.7. From time to time they are sorted in among the others:
 * see {@link SortedNames}. Not thread-safe; {@link #view()} is what readers get.
 */
final class NameTable {
  private static final int SMALLEST = 1 << 10;

  private SortedNames sorted;
  private NewNames.Builder added = new NewNames.Builder();
  private NewNames addedSoFar = added.view();

  /** Index of a new name plus one at the hash's place or after it, 0 for free. */
  private int[] slots = new int[SMALLEST];

  /** The new names in their order, as far as they were sorted. */
  private int[] addedOrder = {};

  NameTable(SortedNames sorted) {
    this.sorted = sorted;
  }

  SortedNames sorted() {
    return sorted;
  }

  int addedCount() {
    return addedSoFar.count();
  }

  /** Returns the id of a name, a new one when the name is new. */
  int intern(ArtifactName name) {
    byte[] code = NameCode.of(name);
    int place = sorted.countBefore(code);
    if (place < sorted.count() && sorted.equals(place, code)) {
      return place;
    }
    int slot = HashCommon.mix(NewNames.hash(code, 0, code.length)) & (slots.length - 1);
    while (slots[slot] != 0) {
      if (addedSoFar.equals(slots[slot] - 1, code)) {
        return sorted.count() + slots[slot] - 1;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    added.add(code);
    addedSoFar = added.view();
    slots[slot] = addedSoFar.count();
    if (addedSoFar.count() > slots.length / 4 * 3) {
      rehash();
    }
    return sorted.count() + addedSoFar.count() - 1;
  }

  Names view() {
    return new Names(sorted, addedSoFar);
  }

  /** Returns all ids in the order of their names, in O(n + m log n) when m names are new. */
  int[] order() {
    sortAdded();
    int[] order = new int[sorted.count() + addedOrder.length];
    int next = 0;
    int fromSorted = 0;
    for (int index : addedOrder) {
      int before = sorted.countBefore(addedSoFar.code(index));
      while (fromSorted < before) {
        order[next++] = fromSorted++;
      }
      order[next++] = sorted.count() + index;
    }
    while (fromSorted < sorted.count()) {
      order[next++] = fromSorted++;
    }
    return order;
  }

  /**
   * Sorts the new names in among the others, leaving out what is not used. Views stay as they are.
   *
   * @return by new id the id that the name had
   */
  int[] tidy(BitSet used) {
    int[] order = order();
    int[] kept = new int[order.length];
    int count = 0;
    SortedNames.Builder builder = new SortedNames.Builder();
    SortedNames.Cursor cursor = sorted.start();
    for (int id : order) {
      byte[] code;
      int length;
      if (id < sorted.count()) {
        cursor.advance();
        code = cursor.code();
        length = cursor.length();
      } else {
        code = addedSoFar.code(id - sorted.count());
        length = code.length;
      }
      if (used.get(id)) {
        builder.add(code, length);
        kept[count++] = id;
      }
    }
    sorted = builder.build();
    added = new NewNames.Builder();
    addedSoFar = added.view();
    slots = new int[SMALLEST];
    addedOrder = new int[0];
    return Arrays.copyOf(kept, count);
  }

  private void sortAdded() {
    NewNames names = addedSoFar;
    int[] late = new int[names.count() - addedOrder.length];
    for (int i = 0; i < late.length; i++) {
      late[i] = addedOrder.length + i;
    }
    IntArrays.parallelQuickSort(late, (left, right) -> compare(names, left, right));
    int[] merged = new int[names.count()];
    int fromOld = 0;
    int fromLate = 0;
    for (int i = 0; i < merged.length; i++) {
      boolean takeOld =
          fromLate == late.length
              || (fromOld < addedOrder.length
                  && compare(names, addedOrder[fromOld], late[fromLate]) <= 0);
      merged[i] = takeOld ? addedOrder[fromOld++] : late[fromLate++];
    }
    addedOrder = merged;
  }

  private static int compare(NewNames names, int left, int right) {
    return NameCode.compare(
        names.page(left),
        names.start(left),
        names.end(left),
        names.page(right),
        names.start(right),
        names.end(right));
  }

  private void rehash() {
    int[] larger = new int[2 * slots.length];
    for (int index = 0; index < addedSoFar.count(); index++) {
      int slot = HashCommon.mix(addedSoFar.hash(index)) & (larger.length - 1);
      while (larger[slot] != 0) {
        slot = (slot + 1) & (larger.length - 1);
      }
      larger[slot] = index + 1;
    }
    slots = larger;
  }
}
