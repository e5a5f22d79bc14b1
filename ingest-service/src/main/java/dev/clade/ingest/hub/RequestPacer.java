package dev.clade.ingest.hub;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Holds requests back before a rate limit is hit: when the hub says that its window is used up, the
 * next request waits for the next window.
 */
final class RequestPacer {
  /** Clocks tick apart, and windows are told in whole seconds. */
  private static final Duration MARGIN = Duration.ofMillis(500);

  private static final long UNKNOWN = -1;

  private final LongSupplier nanoTime;
  private boolean exhausted;
  private long resetNanos;
  private long remaining = UNKNOWN;

  /** Paces by a clock such as {@link System#nanoTime}. */
  RequestPacer(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Notes what an answer said. */
  synchronized void note(RateLimit limit) {
    remaining = limit.remaining();
    exhausted = remaining == 0;
    resetNanos = nanoTime.getAsLong() + limit.reset().plus(MARGIN).toNanos();
  }

  /** Returns how many requests the hub still allowed when it last said so; NaN before. */
  synchronized double remaining() {
    return remaining == UNKNOWN ? Double.NaN : remaining;
  }

  /** Returns how long the next request must wait. */
  synchronized Duration delay() {
    long left = resetNanos - nanoTime.getAsLong();
    return exhausted && left > 0 ? Duration.ofNanos(left) : Duration.ZERO;
  }
}
