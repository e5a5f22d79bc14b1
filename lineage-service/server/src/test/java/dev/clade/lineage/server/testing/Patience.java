package dev.clade.lineage.server.testing;

import java.time.Duration;
import org.junit.jupiter.api.function.Executable;

/**
 * Waits for what happens on other threads. It counts attempts, not time, so that a machine that
 * stood still meanwhile has its chance afterwards.
 */
public final class Patience {
  private static final int ATTEMPTS = 2_000;
  private static final Duration STEP = Duration.ofMillis(10);

  private Patience() {}

  /** Runs an assertion again and again until it holds; fails as it does after twenty seconds. */
  public static void eventually(Executable assertion) {
    for (int attempt = 1; ; attempt++) {
      try {
        assertion.execute();
        return;
      } catch (Throwable failure) {
        if (attempt == ATTEMPTS) {
          throw new AssertionError("not within %,d attempts".formatted(ATTEMPTS), failure);
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
