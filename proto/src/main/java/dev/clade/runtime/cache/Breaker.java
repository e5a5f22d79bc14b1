package dev.clade.runtime.cache;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps calls from waiting for a server that has just failed: for a while all are refused, then one
 * may try while the others go on being refused.
 */
final class Breaker {
  private static final long CLOSED = Long.MIN_VALUE;

  private final long pauseNanos;
  private final LongSupplier nanoClock;

  /** When the next call may try; {@link #CLOSED} while all may. */
  private final AtomicLong nextTry = new AtomicLong(CLOSED);

  /**
   * Creates a breaker that lets all calls through.
   *
   * @param pause how long calls are refused after a failure
   * @param nanoClock as {@link System#nanoTime}
   */
  Breaker(Duration pause, LongSupplier nanoClock) {
    this.pauseNanos = pause.toNanos();
    this.nanoClock = nanoClock;
  }

  /** Returns whether a call may try now. */
  boolean tryPass() {
    long next = nextTry.get();
    if (next == CLOSED) {
      return true;
    }
    long now = nanoClock.getAsLong();
    return now - next >= 0 && nextTry.compareAndSet(next, now + pauseNanos);
  }

  /** Tells that a call got an answer. */
  void succeeded() {
    if (nextTry.get() != CLOSED) {
      nextTry.set(CLOSED);
    }
  }

  /** Tells that a call got none; returns whether it is the first since an answer. */
  boolean failed() {
    return nextTry.getAndSet(nanoClock.getAsLong() + pauseNanos) == CLOSED;
  }
}
