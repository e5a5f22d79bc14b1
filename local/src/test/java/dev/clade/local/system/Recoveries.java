package dev.clade.local.system;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long it took to be well again after each fault of one kind. */
final class Recoveries {
  private final String fault;
  private final List<Duration> times = new ArrayList<>();

  Recoveries(String fault) {
    this.fault = fault;
  }

  /** Adds the time since a moment of {@link System#nanoTime}. */
  void addSince(long beginNanos) {
    times.add(Duration.ofNanos(System.nanoTime() - beginNanos));
  }

  /** Prints the median and the worst, if there was any. */
  void print() {
    if (times.isEmpty()) {
      return;
    }
    List<Duration> sorted = times.stream().sorted().toList();
    System.out.printf(
        "recovery after %s: median %d ms, worst %d ms, %d rounds%n",
        fault,
        sorted.get(sorted.size() / 2).toMillis(),
        Collections.max(sorted).toMillis(),
        sorted.size());
  }
}
