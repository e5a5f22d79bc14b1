package dev.clade.valuation.worker.lease;

import java.time.Duration;

/**
 * How many evaluations to lease at once: about ten seconds of work, so that calls cost next to
 * nothing and a worker holds little that others could do.
 */
final class BatchSize {
  private static final double SECONDS = 10;
  private static final int MEMORY = 8;

  private final int most;
  private double meanSeconds;
  private int seen;

  /** Starts with one evaluation at a time; there are never more than {@code most}. */
  BatchSize(int most) {
    this.most = most;
  }

  /** Takes note of how long an evaluation took; older ones count less and less. */
  void add(Duration duration) {
    seen = Math.min(seen + 1, MEMORY);
    meanSeconds += (duration.toNanos() / 1e9 - meanSeconds) / seen;
  }

  /** Returns how many to lease next. */
  int next() {
    return seen == 0 ? 1 : (int) Math.clamp(SECONDS / meanSeconds, 1, most);
  }
}
