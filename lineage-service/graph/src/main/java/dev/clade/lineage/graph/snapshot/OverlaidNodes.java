package dev.clade.lineage.graph.snapshot;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * The nodes of an older snapshot, and fresh ones between them by name.
 *
 * <p>Numbers move on when a node comes before them. Every node therefore also has a key, which
 * stays while more nodes come: its number in the older snapshot, or for a fresh one the count of
 * older nodes plus the place of its arrival. Numbers and keys are in the same order but for fresh
 * nodes, and one is told from the other in O(log fresh nodes).
 */
final class OverlaidNodes implements Nodes {
  private static final int[] NONE = {};

  private final SortedNodes base;
  private final int baseCount;

  /** By place among the fresh nodes' names: how many older nodes come before. Ascending. */
  private final int[] places;

  /** By the same: the number. */
  private final int[] numbers;

  /** By the same: the key. */
  private final int[] keys;

  /** By order of arrival: the name's id. */
  private final int[] names;

  /** By order of arrival: the number. */
  private final int[] numbersByArrival;

  /** Keys of the nodes, older or fresh, that have a record since; ascending. */
  private final int[] catalogued;

  OverlaidNodes(SortedNodes base) {
    this(base, NONE, NONE, NONE, NONE);
  }

  private OverlaidNodes(SortedNodes base, int[] places, int[] keys, int[] names, int[] catalogued) {
    this.base = base;
    this.baseCount = base.count();
    this.places = places;
    this.keys = keys;
    this.names = names;
    this.catalogued = catalogued;
    this.numbers = new int[places.length];
    this.numbersByArrival = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      numbers[i] = places[i] + i;
      numbersByArrival[keys[i] - baseCount] = numbers[i];
    }
  }

  /** Returns these nodes and a fresh one with a number, in front of the node that has it here. */
  OverlaidNodes with(int name, int number) {
    int found = Arrays.binarySearch(numbers, number);
    int rank = found < 0 ? -found - 1 : found;
    return new OverlaidNodes(
        base,
        inserted(places, rank, number - rank),
        inserted(keys, rank, baseCount + names.length),
        inserted(names, names.length, name),
        catalogued);
  }

  /** Returns these nodes where one that had no record has one. */
  OverlaidNodes withRecord(int key) {
    int place = -Arrays.binarySearch(catalogued, key) - 1;
    return new OverlaidNodes(base, places, keys, names, inserted(catalogued, place, key));
  }

  int freshCount() {
    return names.length;
  }

  /** Returns the key of the node that has a number. */
  int key(int number) {
    int found = Arrays.binarySearch(numbers, number);
    return found < 0 ? number + found + 1 : keys[found];
  }

  @Override
  public int number(int key) {
    return key < baseCount ? key + freshBefore(key) : numbersByArrival[key - baseCount];
  }

  @Override
  public int count() {
    return baseCount + names.length;
  }

  @Override
  public int cataloguedCount() {
    return base.cataloguedCount() + catalogued.length;
  }

  @Override
  public boolean isCatalogued(int node) {
    int key = key(node);
    return (key < baseCount && base.isCatalogued(key)) || Arrays.binarySearch(catalogued, key) >= 0;
  }

  @Override
  public int name(int node) {
    int key = key(node);
    return key < baseCount ? base.name(key) : names[key - baseCount];
  }

  /** Returns how many places are not behind that of an older node. */
  private int freshBefore(int key) {
    int low = 0;
    int high = places.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (places[middle] <= key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int[] inserted(int[] numbers, int place, int number) {
    int[] longer = IntArrays.forceCapacity(numbers, numbers.length + 1, place);
    System.arraycopy(numbers, place, longer, place + 1, numbers.length - place);
    longer[place] = number;
    return longer;
  }
}
