package dev.clade.lineage.ecosystem.drift;

/**
 * The linear ordering problem: to order items so that the weights from earlier to later ones sum to
 * as much as can be.
 *
 * <p>Solved exactly by dynamic programming over sets of items (Held and Karp, 1962, for
 * sequencing): the best order of a set begins with the item for which its weights to the rest and
 * the best order of the rest sum to most. Takes O(2ⁿ · n) time and 8 · 2ⁿ bytes: 8 MiB and about a
 * tenth of a second for 20 items. Laufer et al. (arXiv 2508.06811) solve the same problem as an
 * integer program.
 */
final class LinearOrdering {
  /** Most items that can be ordered. */
  static final int MOST_ITEMS = 20;

  private final int items;

  /** The weights from an item to sets of the items below and from {@link #half} on. */
  private final long[][] toLower;

  private final long[][] toUpper;
  private final int half;

  /** By set: the most that an order of it can reach. */
  private final long[] best;

  private LinearOrdering(long[][] weights) {
    this.items = weights.length;
    this.half = items / 2;
    this.toLower = new long[items][];
    this.toUpper = new long[items][];
    for (int item = 0; item < items; item++) {
      toLower[item] = subsetSums(weights[item], 0, half);
      toUpper[item] = subsetSums(weights[item], half, items);
    }
    this.best = new long[1 << items];
  }

  /**
   * Returns the items 0 to n − 1 in the best order; of several, the one that comes first when they
   * are compared item by item.
   *
   * @param weights by item, its weight to each item that comes later; that of an item to itself
   *     does not count. No sum may leave a {@code long}.
   * @throws IllegalArgumentException when there are more than {@value #MOST_ITEMS} items or weights
   *     are no square
   */
  static int[] best(long[][] weights) {
    if (weights.length > MOST_ITEMS) {
      throw new IllegalArgumentException(
          "%d items; at most %d can be ordered exactly".formatted(weights.length, MOST_ITEMS));
    }
    for (long[] row : weights) {
      if (row.length != weights.length) {
        throw new IllegalArgumentException(
            "%d weights for one of %d items".formatted(row.length, weights.length));
      }
    }
    return new LinearOrdering(weights).solve();
  }

  private int[] solve() {
    for (int set = 1; set < best.length; set++) {
      long most = Long.MIN_VALUE;
      for (int rest = set; rest != 0; rest &= rest - 1) {
        most = Math.max(most, startingWith(Integer.numberOfTrailingZeros(rest), set));
      }
      best[set] = most;
    }
    int[] order = new int[items];
    int set = best.length - 1;
    for (int place = 0; place < items; place++) {
      int item = Integer.numberOfTrailingZeros(set);
      while ((set & (1 << item)) == 0 || startingWith(item, set) != best[set]) {
        item++;
      }
      order[place] = item;
      set &= ~(1 << item);
    }
    return order;
  }

  /** Returns the most that an order of a set can reach which begins with an item of it. */
  private long startingWith(int item, int set) {
    int others = set & ~(1 << item);
    return best[others]
        + toLower[item][others & ((1 << half) - 1)]
        + toUpper[item][others >>> half];
  }

  /** Returns by set of the items from one to another, as bits from 0, the sum of their weights. */
  private static long[] subsetSums(long[] weights, int from, int to) {
    long[] sums = new long[1 << (to - from)];
    for (int set = 1; set < sums.length; set++) {
      int lowest = Integer.numberOfTrailingZeros(set);
      sums[set] = sums[set & (set - 1)] + weights[from + lowest];
    }
    return sums;
  }
}
