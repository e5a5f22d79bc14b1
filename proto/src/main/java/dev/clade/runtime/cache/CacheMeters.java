package dev.clade.runtime.cache;

import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import io.micrometer.core.instrument.Counter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Counts what came of questions to the cache. */
@Singleton
final class CacheMeters {
  private final Counter recent;
  private final Counter hits;
  private final Counter misses;
  private final Counter unavailable;

  @Inject
  CacheMeters(Meters meters) {
    recent = meters.counter(Metric.CACHE_REQUESTS, "recent");
    hits = meters.counter(Metric.CACHE_REQUESTS, "hit");
    misses = meters.counter(Metric.CACHE_REQUESTS, "miss");
    unavailable = meters.counter(Metric.CACHE_REQUESTS, "unavailable");
  }

  /** Counts a value that the process had itself. */
  void recent() {
    recent.increment();
  }

  /** Counts a value that Redis had. */
  void hit() {
    hits.increment();
  }

  /** Counts a value that had to be computed. */
  void miss() {
    misses.increment();
  }

  /** Counts a value that was computed because Redis did not answer. */
  void unavailable() {
    unavailable.increment();
  }
}
