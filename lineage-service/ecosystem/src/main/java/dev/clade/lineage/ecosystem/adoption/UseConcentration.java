package dev.clade.lineage.ecosystem.adoption;

import dev.clade.lineage.ecosystem.concentration.Gini;
import dev.clade.lineage.ecosystem.concentration.TopShare;
import java.util.Arrays;

/**
 * How unequally uses are shared out. Those that nobody uses count; a top share is what the ⌈p·n⌉
 * largest have of all, 0 to 1, NaN when there are no uses.
 *
 * @param gini Gini coefficient, 0 to 1
 * @param topPercent what the top 1 % have
 * @param topTenth what the top 10 % have
 * @param topFifth what the top 20 % have
 */
public record UseConcentration(double gini, double topPercent, double topTenth, double topFifth) {
  /** Returns the concentration of some uses, at least 0 each; in O(n log n). */
  static UseConcentration of(long[] uses) {
    long[] ascending = uses.clone();
    Arrays.sort(ascending);
    return new UseConcentration(
        Gini.of(ascending), top(ascending, .01), top(ascending, .1), top(ascending, .2));
  }

  private static double top(long[] ascending, double portion) {
    boolean isUsed = ascending.length > 0 && ascending[ascending.length - 1] > 0;
    return isUsed ? TopShare.of(ascending, portion).share() : Double.NaN;
  }
}
