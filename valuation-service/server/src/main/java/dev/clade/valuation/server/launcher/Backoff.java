package dev.clade.valuation.server.launcher;

import java.time.Duration;

/** Pauses that double with each failure in a row, up to 32 times the first. */
public final class Backoff {
  private static final int MOST_DOUBLINGS = 5;

  private final Duration first;
  private int failures;
  private long notBefore = System.nanoTime();

  /**
   * Begins without a pause.
   *
   * @param first how long to wait after a first failure
   */
  public Backoff(Duration first) {
    this.first = first;
  }

  /** Returns how long to wait after a failure that so many in a row came before. */
  public static Duration pause(Duration first, int earlier) {
    return first.multipliedBy(1L << Math.min(earlier, MOST_DOUBLINGS));
  }

  /** Tells whether it is time to try again. */
  public boolean isOver() {
    return System.nanoTime() - notBefore >= 0;
  }

  /** Begins the next pause. */
  public void failed() {
    notBefore = System.nanoTime() + pause(first, failures).toNanos();
    failures++;
  }

  /** The next failure is a first one again. */
  public void succeeded() {
    failures = 0;
  }

  /** Returns failures in a row. */
  public int failures() {
    return failures;
  }
}
