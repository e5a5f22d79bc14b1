package dev.clade.valuation.game.design;

import org.hipparchus.util.CombinatoricsUtils;

/** The subsets of one size by number: the combinatorial number system (Lehmer 1964). */
final class NumberedSubsets {
  private NumberedSubsets() {}

  /**
   * Returns a subset as a bit mask.
   *
   * @param count elements to choose from, at most 64
   * @param size elements of the subset
   * @param number from 0 to the number of such subsets less 1
   */
  static long of(int count, int size, long number) {
    long subset = 0;
    long left = number;
    int place = count;
    for (int chosen = size; chosen > 0; chosen--) {
      long below;
      do {
        place--;
        below = place < chosen ? 0 : CombinatoricsUtils.binomialCoefficient(place, chosen);
      } while (below > left);
      left -= below;
      subset |= 1L << place;
    }
    return subset;
  }
}
