package dev.clade.lineage.graph.snapshot;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * The nodes of an older snapshot, and fresh ones between them by name.
 *
 * <p>Numbers move on when a node comes before them. Every node therefore also has a key, which
 * stays while more nodes come: its number in the older snapshot, or for a fresh one the count of
 * older nodes plus the place of its arrival. Numbers and keys are in the same order but for fresh
 * nodes, and one is told from the other in O(log fresh nodes), mostly in a few steps.
 */
final class OverlaidNodes implements Nodes {
  private static final int[] NONE = {};

  private final SortedNodes base;
  private final int baseCount;

  /** By place among the fresh nodes' names: how many older nodes come before. */
  private final SparseNumbers places;

  /** By the same: the number. */
  private final SparseNumbers numbers;

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
    this.keys = keys;
    this.names = names;
    this.catalogued = catalogued;
    this.numbersByArrival = new int[places.length];
    int[] ascending = new int[places.length];
    for (int i = 0; i < places.length; i++) {
      ascending[i] = places[i] + i;
      numbersByArrival[keys[i] - baseCount] = ascending[i];
    }
    this.places = new SparseNumbers(places, baseCount + 1);
    this.numbers = new SparseNumbers(ascending, count() + 1);
  }

  /** Returns these nodes and a fresh one with a number, in front of the node that has it here. */
  OverlaidNodes with(int name, int number) {
    int rank = numbers.countBelow(number);
    return new OverlaidNodes(
        base,
        inserted(places.toArray(), rank, number - rank),
        inserted(keys, rank, baseCount + names.length),
        inserted(names, names.length, name),
        catalogued);
  }

  /** Returns these nodes where one that had no record has one. */
  OverlaidNodes withRecord(int key) {
    int place = -Arrays.binarySearch(catalogued, key) - 1;
    return new OverlaidNodes(base, places.toArray(), keys, names, inserted(catalogued, place, key));
  }

  int freshCount() {
    return names.length;
  }

  /** Returns the key of the node that has a number. */
  int key(int number) {
    int before = numbers.countBelow(number);
    boolean isFresh = before < keys.length && numbers.get(before) == number;
    return isFresh ? keys[before] : number - before;
  }

  @Override
  public int number(int key) {
    return key < baseCount ? key + places.countBelow(key + 1) : numbersByArrival[key - baseCount];
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

  private static int[] inserted(int[] numbers, int place, int number) {
    int[] longer = IntArrays.forceCapacity(numbers, numbers.length + 1, place);
    System.arraycopy(numbers, place, longer, place + 1, numbers.length - place);
    longer[place] = number;
    return longer;
  }
}
