package dev.clade.local.system;

import io.grpc.Status;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Repeats what a client wants until it has it, and keeps every failure that no outage explains. */
final class Outages {
  private static final long PAUSE_MILLIS = 50;
  private static final int MOST_TRIES = 2_400;

  private final Set<String> unexplained = ConcurrentHashMap.newKeySet();

  /** Returns what a call returns, however often it must be repeated. */
  <T> T outlast(Supplier<T> call) throws InterruptedException {
    RuntimeException last = null;
    for (int attempt = 0; attempt < MOST_TRIES; attempt++) {
      try {
        return call.get();
      } catch (RuntimeException e) {
        last = e;
        note(e);
        Thread.sleep(PAUSE_MILLIS);
      }
    }
    throw new AssertionError("no answer after many tries", last);
  }

  /** Keeps a failure unless it says that somebody is away. */
  void note(RuntimeException failure) {
    Status status = Status.fromThrowable(failure);
    if (status.getCode() != Status.Code.UNAVAILABLE) {
      unexplained.add(status + " " + failure.getMessage());
    }
  }

  /** Returns the failures that are none of an outage. */
  Set<String> unexplained() {
    return unexplained;
  }
}
