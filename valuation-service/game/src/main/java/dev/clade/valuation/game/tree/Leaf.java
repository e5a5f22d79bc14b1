package dev.clade.valuation.game.tree;

import dev.clade.valuation.game.Coalition;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * A leaf of a tree: what it adds to the utility of coalitions that have some players and lack some.
 *
 * @param present players who must take part, as a bit mask
 * @param absent players who must not, as a bit mask; shares nobody with the others
 * @param value what it adds
 */
public record Leaf(long present, long absent, double value) {

  /** Tells whether the leaf counts for a coalition. */
  public boolean holds(Coalition coalition) {
    return (coalition.members() & present) == present && (coalition.members() & absent) == 0;
  }

  /**
   * Adds each player's Shapley value in the game of this leaf, O(n). With a players present and b
   * absent it is (a-1)! b! / (a+b)! of the value for each of the former and -a! (b-1)! / (a+b)! for
   * the latter: the former complete the leaf when they come last of them and before all absent
   * ones, the latter end it when they come first of them and after all present ones.
   */
  void addShapleyValues(double[] values) {
    int a = Long.bitCount(present);
    int b = Long.bitCount(absent);
    double orders = value / CombinatoricsUtils.binomialCoefficientDouble(a + b, a);
    for (int player = 0; player < values.length; player++) {
      if ((present >>> player & 1) != 0) {
        values[player] += orders / a;
      } else if ((absent >>> player & 1) != 0) {
        values[player] -= orders / b;
      }
    }
  }

  /**
   * Adds what coalitions of one size have of each player's Shapley value in the game of this leaf:
   * the mean over them of v/k for members and -v/(n-k) for others. O(n).
   *
   * @param size k, from 1 to n-1
   */
  void addPartOfSize(int size, double[] values) {
    int n = values.length;
    int free = n - Long.bitCount(present | absent);
    int missing = size - Long.bitCount(present);
    double all = CombinatoricsUtils.binomialCoefficientDouble(n, size);
    double holding = value * choose(free, missing) / all;
    double withFree = value * choose(free - 1, missing - 1) / all;
    for (int player = 0; player < n; player++) {
      double with =
          (present >>> player & 1) != 0 ? holding : (absent >>> player & 1) != 0 ? 0 : withFree;
      values[player] += with / size - (holding - with) / (n - size);
    }
  }

  private static double choose(int count, int chosen) {
    return chosen < 0 || chosen > count
        ? 0
        : CombinatoricsUtils.binomialCoefficientDouble(count, chosen);
  }
}
