package dev.clade.embedding.evaluation;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Intervals by drawing test items with replacement, 1,000 times: the 2.5 % and 97.5 % points of the
 * resampled means (Efron). The same seed draws the same items, so two systems are compared on the
 * same resamples.
 */
public final class Bootstrap {
  /** Resamples. */
  public static final int RESAMPLES = 1000;

  private static final double LOW = 0.025;

  private Bootstrap() {}

  /** Returns the mean over items with its interval. */
  public static Interval mean(double[] items, long seed) {
    if (items.length == 0) {
      return new Interval(Double.NaN, Double.NaN, Double.NaN);
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      double sum = 0;
      for (int i = 0; i < items.length; i++) {
        sum += items[random.nextInt(items.length)];
      }
      means[r] = sum / items.length;
    }
    Arrays.sort(means);
    return new Interval(
        Arrays.stream(items).average().orElseThrow(), point(means, LOW), point(means, 1 - LOW));
  }

  /**
   * Returns how much more one system has than another on the same items, with the interval of the
   * difference.
   *
   * @throws IllegalArgumentException if the two have not as many items
   */
  public static Interval difference(double[] one, double[] other, long seed) {
    if (one.length != other.length) {
      throw new IllegalArgumentException(
          "%d items cannot be compared with %d".formatted(one.length, other.length));
    }
    double[] differences = new double[one.length];
    for (int i = 0; i < one.length; i++) {
      differences[i] = one[i] - other[i];
    }
    return mean(differences, seed);
  }

  private static double point(double[] sorted, double share) {
    return sorted[(int) Math.round(share * (sorted.length - 1))];
  }
}
