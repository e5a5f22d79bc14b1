package dev.clade.local.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Asks one question after the other, as fast as they are answered. */
final class ClosedLoop {
  /** Something that finds lineages; for one thread. */
  @FunctionalInterface
  interface Asked {
    /** Returns how many artifacts the lineage of an artifact has. */
    int ask(int artifact) throws Exception;
  }

  private ClosedLoop() {}

  /**
   * Asks each of several in a thread of its own for some time.
   *
   * @param artifacts what is asked about; each thread begins at a place of its own
   */
  static Latencies run(List<? extends Asked> asked, int[] artifacts, Duration time)
      throws Exception {
    List<Callable<List<Long>>> loops = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      int first = i * artifacts.length / asked.size();
      Asked each = asked.get(i);
      loops.add(() -> loop(each, artifacts, first, time));
    }
    List<Long> nanos = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(loops.size())) {
      for (Future<List<Long>> loop : threads.invokeAll(loops)) {
        nanos.addAll(loop.get());
      }
    }
    return Latencies.of(nanos.stream().mapToLong(Long::longValue).toArray());
  }

  private static List<Long> loop(Asked asked, int[] artifacts, int first, Duration time)
      throws Exception {
    List<Long> nanos = new ArrayList<>();
    long end = System.nanoTime() + time.toNanos();
    long start = System.nanoTime();
    for (int i = first; start < end; i = (i + 1) % artifacts.length) {
      asked.ask(artifacts[i]);
      long answered = System.nanoTime();
      nanos.add(answered - start);
      start = answered;
    }
    return nanos;
  }
}
