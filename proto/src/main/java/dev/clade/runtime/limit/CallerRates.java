package dev.clade.runtime.limit;

import com.google.common.cache.CacheBuilder;
import com.google.common.cache.CacheLoader;
import com.google.common.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** A bucket of tokens for each caller. A bounded number is remembered; a forgotten one is full. */
final class CallerRates {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Longer than a bucket takes to be full again, so that forgetting changes nothing. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

  private final LoadingCache<String, Bucket> buckets;

  /**
   * Creates the rates.
   *
   * @param rate calls a second; twice as many at once
   * @param callers callers remembered
   */
  CallerRates(int rate, int callers) {
    buckets =
        CacheBuilder.newBuilder()
            .maximumSize(callers)
            .expireAfterAccess(FORGOTTEN_AFTER)
            .build(
                CacheLoader.from(
                    () ->
                        Bucket.builder()
                            .addLimit(limit -> limit.capacity(2L * rate).refillGreedy(rate, SECOND))
                            .build()));
  }

  /** Counts a call; returns how long the caller has to wait with it, zero when it may go on. */
  Duration waitOf(String caller) {
    ConsumptionProbe probe = buckets.getUnchecked(caller).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
  }

  /** Returns how many callers are remembered. */
  long remembered() {
    buckets.cleanUp();
    return buckets.size();
  }
}
