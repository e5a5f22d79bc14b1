package dev.clade.valuation.game.payout;

import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Lifts payments to what contracts grant at least. Those above their floors bear it in proportion
 * to what they would get, and who falls below by that is lifted too: at most one round a
 * contributor.
 */
final class Floors {
  private Floors() {}

  /**
   * Returns payments of the same sum, none below its floor.
   *
   * @param payments at least 0; summing to no less than floors do
   */
  static long[] lifted(long[] payments, long[] floors) {
    boolean[] fixed = new boolean[payments.length];
    long[] lifted = payments.clone();
    long budget = LongStream.of(payments).sum();
    while (IntStream.range(0, fixed.length).anyMatch(i -> lifted[i] < floors[i])) {
      long rest = budget;
      double[] shares = new double[payments.length];
      for (int i = 0; i < fixed.length; i++) {
        fixed[i] |= lifted[i] < floors[i];
        rest -= fixed[i] ? floors[i] : 0;
        shares[i] = fixed[i] ? 0 : payments[i];
      }
      long[] parts = LargestRemainder.split(rest, shares);
      for (int i = 0; i < fixed.length; i++) {
        lifted[i] = fixed[i] ? floors[i] : parts[i];
      }
    }
    return lifted;
  }
}
