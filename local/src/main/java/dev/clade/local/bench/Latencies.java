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
record Latencies(double median, double p99, double most, int count) {

  static Latencies of(long[] nanos) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new Latencies(
        quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1), sorted.length);
  }

  private static double quantile(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
  }
}
