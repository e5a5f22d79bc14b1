package dev.clade.lineage.server.testing;

import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/** Waits for what happens on other threads. */
public final class Patience {
  private static final Duration LONGEST = Duration.ofSeconds(20);
  private static final Duration STEP = Duration.ofMillis(10);

  private Patience() {}

  /** Runs an assertion again and again until it holds; fails as it does after twenty seconds. */
  public static void eventually(Executable assertion) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (true) {
      try {
        assertion.execute();
        return;
      } catch (Throwable failure) {
        if (System.nanoTime() > end) {
          throw new AssertionError("not within " + LONGEST, failure);
        }
      }
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(STEP);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    }
  }
}
