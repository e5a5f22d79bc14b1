package dev.clade.lineage.ecosystem.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How often each of some whole numbers occurs, with what is said of them all. Immutable.
 *
 * <p>Counts are exact however large, because there can be more ways through a lineage than a {@code
 * long} holds. Sums are exact too, so every result is rounded once. Each question takes time linear
 * in the number of distinct values.
 */
public final class Distribution {
  private static final Distribution EMPTY = new Distribution(new TreeMap<>());

  private final NavigableMap<Integer, BigInteger> counts;
  private final BigInteger total;

  private Distribution(NavigableMap<Integer, BigInteger> counts) {
    this.counts = Collections.unmodifiableNavigableMap(counts);
    this.total = counts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  /** Returns the distribution of no values. */
  public static Distribution empty() {
    return EMPTY;
  }

  /** Returns the distribution of some values, repeats included. */
  public static Distribution of(int... values) {
    return of(IntStream.of(values));
  }

  /** Returns the distribution of some values, repeats included. */
  public static Distribution of(IntStream values) {
    Tally tally = new Tally();
    values.forEach(tally::add);
    return tally.distribution();
  }

  /**
   * Returns the distribution that has each value as often as told.
   *
   * @param counts at least 0 each
   */
  public static Distribution ofCounts(Map<Integer, BigInteger> counts) {
    TreeMap<Integer, BigInteger> occurring = new TreeMap<>();
    counts.forEach(
        (value, count) -> {
          if (count.signum() < 0) {
            throw new IllegalArgumentException("%d occurs %d times".formatted(value, count));
          }
          if (count.signum() > 0) {
            occurring.put(value, count);
          }
        });
    return new Distribution(occurring);
  }

  /** Returns how often each value occurs, ascending by value; without values that do not. */
  public NavigableMap<Integer, BigInteger> counts() {
    return counts;
  }

  /** Returns how many values there are, repeats included. */
  public BigInteger total() {
    return total;
  }

  /**
   * Returns how many values there are, repeats included.
   *
   * @throws ArithmeticException when there are more than a {@code long} holds
   */
  public long count() {
    return total.longValueExact();
  }

  /**
   * Returns how often a value occurs.
   *
   * @throws ArithmeticException when it is more often than a {@code long} holds
   */
  public long count(int value) {
    return counts.getOrDefault(value, BigInteger.ZERO).longValueExact();
  }

  /**
   * Returns how many values are at least as large as one.
   *
   * @throws ArithmeticException when there are more than a {@code long} holds
   */
  public long countAtLeast(int least) {
    return counts.tailMap(least, true).values().stream()
        .reduce(BigInteger.ZERO, BigInteger::add)
        .longValueExact();
  }

  /** Returns the sum of all values. */
  public BigInteger sum() {
    return powerSum(1);
  }

  /** Returns the arithmetic mean, NaN of no values. */
  public double mean() {
    return total.signum() == 0 ? Double.NaN : quotient(sum(), total);
  }

  /**
   * Returns the standard deviation of a sample, that is with divisor n − 1 as pandas computes it;
   * NaN of fewer than two values.
   */
  public double standardDeviation() {
    BigInteger divisor = total.multiply(total.subtract(BigInteger.ONE));
    if (divisor.signum() == 0) {
      return Double.NaN;
    }
    // n·Σx² − (Σx)² over n·(n − 1): whole numbers, so nothing cancels.
    BigInteger deviations = total.multiply(powerSum(2)).subtract(sum().pow(2));
    return Math.sqrt(quotient(deviations, divisor));
  }

  /**
   * Returns the smallest value.
   *
   * @throws NoSuchElementException when there is none
   */
  public int min() {
    return counts.firstKey();
  }

  /**
   * Returns the largest value.
   *
   * @throws NoSuchElementException when there is none
   */
  public int max() {
    return counts.lastKey();
  }

  /**
   * Returns the value that occurs most often, the smallest of them if there are several.
   *
   * @throws NoSuchElementException when there is none
   */
  public int mode() {
    BigInteger most = Collections.max(counts.values());
    return counts.entrySet().stream()
        .filter(each -> each.getValue().equals(most))
        .findFirst()
        .orElseThrow()
        .getKey();
  }

  /**
   * Returns a quantile by linear interpolation between the two nearest values, the default of NumPy
   * and type 7 of Hyndman and Fan (1996); NaN of no values.
   *
   * @param probability 0 to 1, such as 0.25 for the first quartile
   */
  public double quantile(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability %s is not 0 to 1".formatted(probability));
    }
    if (total.signum() == 0) {
      return Double.NaN;
    }
    BigDecimal rank =
        new BigDecimal(total.subtract(BigInteger.ONE)).multiply(new BigDecimal(probability));
    BigInteger below = rank.toBigInteger();
    double fraction = rank.subtract(new BigDecimal(below)).doubleValue();
    int lower = atRank(below);
    return fraction == 0
        ? lower
        : lower + fraction * (atRank(below.add(BigInteger.ONE)) - (double) lower);
  }

  /** Returns the median. */
  public double median() {
    return quantile(0.5);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Distribution that && counts.equals(that.counts);
  }

  @Override
  public int hashCode() {
    return counts.hashCode();
  }

  /** Returns the counts, such as {@code {1=3, 2=1}}. */
  @Override
  public String toString() {
    return counts.toString();
  }

  private int atRank(BigInteger rank) {
    BigInteger seen = BigInteger.ZERO;
    for (Map.Entry<Integer, BigInteger> each : counts.entrySet()) {
      seen = seen.add(each.getValue());
      if (seen.compareTo(rank) > 0) {
        return each.getKey();
      }
    }
    throw new NoSuchElementException("rank " + rank);
  }

  private BigInteger powerSum(int exponent) {
    return counts.entrySet().stream()
        .map(each -> BigInteger.valueOf(each.getKey()).pow(exponent).multiply(each.getValue()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private static double quotient(BigInteger dividend, BigInteger divisor) {
    return new BigDecimal(dividend)
        .divide(new BigDecimal(divisor), MathContext.DECIMAL128)
        .doubleValue();
  }
}
