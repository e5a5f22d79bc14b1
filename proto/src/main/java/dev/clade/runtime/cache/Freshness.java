package dev.clade.runtime.cache;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Until when a value is served, and when to renew it.
 *
 * @param expiryMillis when the value expires, in milliseconds since the epoch
 * @param computeMillis how long it took to compute
 */
record Freshness(long expiryMillis, long computeMillis) {
  /** Returns whether this reader should renew the value, by chance as the rule below has it. */
  boolean isDue(double beta) {
    double random = 1 - ThreadLocalRandom.current().nextDouble();
    return isDue(System.currentTimeMillis(), beta, random);
  }

  /**
   * Returns whether this reader should renew the value now, so that it never expires while many
   * want it: {@code -beta * delta * ln(random) >= time left}, the XFetch rule of Vattani,
   * Chierichetti and Lowenstein, "Optimal probabilistic cache stampede prevention" (VLDB 2015).
   *
   * @param nowMillis the time, in milliseconds since the epoch
   * @param beta eagerness, at least 0
   * @param random drawn uniformly from (0, 1]
   */
  boolean isDue(long nowMillis, double beta, double random) {
    return -beta * computeMillis * Math.log(random) >= expiryMillis - nowMillis;
  }
}
