package dev.clade.valuation.game.payout;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Splits a whole amount by shares without losing or making a unit: each gets its quota rounded
 * down, and those with the largest remainders one more (Hamilton's method). Arithmetic is exact.
 */
final class LargestRemainder {
  private LargestRemainder() {}

  /**
   * Returns the parts, which sum to the amount. Of equal remainders the first get more: players are
   * ordered by contributor id.
   *
   * @param amount minor units, at least 0
   * @param shares finite, of a sum above 0; negative ones get negative parts
   */
  static long[] split(long amount, double[] shares) {
    BigDecimal sum =
        Arrays.stream(shares).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    long[] parts = new long[shares.length];
    BigDecimal[] remainders = new BigDecimal[shares.length];
    long left = amount;
    for (int i = 0; i < shares.length; i++) {
      BigDecimal quota = new BigDecimal(shares[i]).multiply(BigDecimal.valueOf(amount));
      BigDecimal whole = quota.divide(sum, 0, RoundingMode.FLOOR);
      parts[i] = whole.longValueExact();
      remainders[i] = quota.subtract(whole.multiply(sum));
      left -= parts[i];
    }
    // A stable sort keeps players of equal remainders in their order.
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(left)
        .forEach(i -> parts[i]++);
    return parts;
  }
}
