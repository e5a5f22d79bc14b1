package dev.clade.local.bench;

import java.util.Arrays;

/**
 * How long the calls of a round took.
 *
 * @param median half of them took at most so many milliseconds
 * @param p99 99 of 100 took at most so many milliseconds
 * @param most milliseconds of the longest
 * @param count how many there were
 */
public record Latencies(double median, double p99, double most, int count) {
  private static final Latencies NONE = new Latencies(Double.NaN, Double.NaN, Double.NaN, 0);

  /** Returns the figures of calls that took so many nanoseconds; of none they are NaN. */
  public static Latencies of(long[] nanos) {
    if (nanos.length == 0) {
      return NONE;
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(
        quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1), sorted.length);
  }

  private static double quantile(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
  }
}
