package dev.clade.runtime.cache;

import dev.clade.runtime.dependency.Dependencies;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.telemetry.Metric;
import dev.failsafe.CircuitBreaker;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.value.ReactiveValueCommands;
import io.quarkus.redis.datasource.value.SetArgs;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Entries and locks in Redis. Every method fails, soon, when Redis does not answer; nothing else
 * fails.
 */
@Singleton
final class RedisEntries {
  private static final Logger LOG = Logger.getLogger(RedisEntries.class);
  private static final String ENTRY_PREFIX = "clade:entry:";
  private static final String LOCK_PREFIX = "clade:lock:";

  /** Deletes a lock only while it is still the caller's own. */
  private static final String UNLOCK =
      "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";

  private final ReactiveRedisDataSource redis;
  private final ReactiveValueCommands<String, byte[]> values;
  private final CircuitBreaker<Object> breaker;
  private final Duration timeout;

  @Inject
  RedisEntries(
      ReactiveRedisDataSource redis,
      CacheSettings settings,
      Dependencies dependencies,
      Meters meters) {
    this.redis = redis;
    this.values = redis.value(byte[].class);
    this.breaker =
        CircuitBreaker.builder()
            .withFailureThreshold(1)
            .withDelay(settings.pause())
            .onOpen(_ -> LOG.warn("Redis does not answer, going on without the cache."))
            .onClose(_ -> LOG.info("Redis answers again."))
            .build();
    dependencies.add("redis", breaker);
    this.timeout = settings.timeout();
    meters.gauge(Metric.CACHE_AVAILABLE, breaker, closed -> closed.isClosed() ? 1 : 0);
  }

  /** Returns the entry of a key; nothing when there is none or its bytes are damaged. */
  Uni<Optional<CacheEntry>> read(String key) {
    return guarded(() -> values.get(ENTRY_PREFIX + key))
        .map(bytes -> Optional.ofNullable(bytes).flatMap(CacheEntry::decode));
  }

  /** Stores an entry for as long as it lives. */
  Uni<Void> write(String key, CacheEntry entry, Duration timeToLive) {
    return guarded(
        () ->
            values.set(
                ENTRY_PREFIX + key, entry.encode(), new SetArgs().px(timeToLive.toMillis())));
  }

  /** Returns whether the key's lock was free and is now the token's. */
  Uni<Boolean> lock(String key, String token, Duration lifetime) {
    return guarded(
            () ->
                redis.execute(
                    "SET", LOCK_PREFIX + key, token, "NX", "PX", "" + lifetime.toMillis()))
        .map(answer -> answer != null);
  }

  /** Frees the key's lock if it is the token's. */
  Uni<Void> unlock(String key, String token) {
    return guarded(() -> redis.execute("EVAL", UNLOCK, "1", LOCK_PREFIX + key, token))
        .replaceWithVoid();
  }

  private <T> Uni<T> guarded(Supplier<Uni<T>> command) {
    return Uni.createFrom()
        .deferred(
            () -> {
              if (!breaker.tryAcquirePermit()) {
                return Uni.createFrom().failure(new CacheUnavailable());
              }
              return command
                  .get()
                  .ifNoItem()
                  .after(timeout)
                  .fail()
                  .onItem()
                  .invoke(() -> breaker.recordSuccess())
                  .onFailure()
                  .invoke(this::failed)
                  .onFailure()
                  .transform(_ -> new CacheUnavailable())
                  .onCancellation()
                  .invoke(() -> breaker.recordFailure());
            });
  }

  private void failed(Throwable failure) {
    LOG.debug("Redis did not answer", failure);
    breaker.recordFailure();
  }
}
