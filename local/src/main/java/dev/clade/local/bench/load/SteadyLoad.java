package dev.clade.local.bench.load;

import dev.clade.local.bench.Latencies;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Begins work at a fixed rate, whether or not that before has ended. Work counts from when it was
 * due, in the period in which it was.
 */
final class SteadyLoad {
  private final Work work;
  private final int perSecond;
  private final Duration period;
  private final List<Period> periods = new ArrayList<>();

  /** Some work, which has a number. */
  @FunctionalInterface
  interface Work {
    /** Does it; an exception is a failure of it. */
    void run(long number) throws Exception;
  }

  /**
   * Creates a load.
   *
   * @param perSecond how much work is begun a second
   * @param period what latencies and failures are told by
   */
  SteadyLoad(Work work, int perSecond, Duration period) {
    this.work = work;
    this.perSecond = perSecond;
    this.period = period;
  }

  /** Works for some periods, and returns when all that was begun has ended. */
  void run(int count) {
    long each = perSecond * period.toMillis() / 1_000;
    for (int i = 0; i < count; i++) {
      periods.add(new Period());
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      long start = System.nanoTime();
      for (long number = 0; number < each * count; number++) {
        long due = start + number * TimeUnit.SECONDS.toNanos(1) / perSecond;
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
          LockSupport.parkNanos(left);
        }
        long own = number;
        threads.execute(() -> run(own, due, periods.get((int) (own / each))));
      }
    }
  }

  private void run(long number, long due, Period own) {
    try {
      work.run(number);
      own.end(System.nanoTime() - due);
    } catch (Exception e) {
      own.fail(e);
    }
  }

  /** Returns what became of the work, by period. */
  List<Period> periods() {
    return periods;
  }

  /** The work of a period. */
  static final class Period {
    private final LongArrayList nanos = new LongArrayList();
    private final Map<String, Integer> failures = new TreeMap<>();

    private synchronized void end(long took) {
      nanos.add(took);
    }

    private synchronized void fail(Exception failure) {
      failures.merge(failure.toString(), 1, Integer::sum);
    }

    /** Returns what the work took that did not fail. */
    synchronized Latencies latencies() {
      return Latencies.of(nanos.toLongArray());
    }

    /** Returns how often work failed, by the failure's words. */
    synchronized Map<String, Integer> failures() {
      return Map.copyOf(failures);
    }
  }
}
