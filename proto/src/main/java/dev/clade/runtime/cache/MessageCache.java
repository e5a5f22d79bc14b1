package dev.clade.runtime.cache;

import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.clade.runtime.context.CallerContext;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A cache of messages, shared through Redis; what a process read lately it serves by itself.
 *
 * <p>Of all callers in a process who want one key at one time, one reads or computes and the others
 * wait for it. Between processes a lock keeps the others waiting, but only for a while: then they
 * compute as well, so a crashed holder delays and never blocks. Do not use it inside a Redis
 * transaction.
 */
@ApplicationScoped
public class MessageCache {
  private final SingleFlight flights = new SingleFlight();
  private final RecentMessages recent;
  private final RedisEntries entries;
  private final CacheSettings settings;
  private final CacheMeters meters;

  @Inject
  MessageCache(
      RecentMessages recent, RedisEntries entries, CacheSettings settings, CacheMeters meters) {
    this.recent = recent;
    this.meters = meters;
    this.entries = entries;
    this.settings = settings;
  }

  /** Makes the cache, and with it its metrics, before the first question. */
  void start(@Observes StartupEvent event) {}

  /**
   * Returns the message of a key, from the cache or computed. Without Redis it is computed every
   * time, though still once at a time. A failure of the computation reaches all who wait for it and
   * is not kept; when a value is only being renewed before its time, the failure is dropped and the
   * value, still good, returned.
   *
   * @param <M> type of the message, always the same for one key
   * @param key everything that the message depends on, such as {@code family/models/gpt2/17}; begin
   *     it with the service's name, since services share Redis
   * @param parser reads the message from bytes
   * @param timeToLive how long a computed message may be served, at least a millisecond
   * @param load computes the message; must not block, may run on the Vert.x context of any of the
   *     callers
   */
  public <M extends MessageLite> Uni<M> get(
      String key, Parser<M> parser, Duration timeToLive, Supplier<Uni<M>> load) {
    if (timeToLive.toMillis() <= 0) {
      throw new IllegalArgumentException("time to live is " + timeToLive);
    }
    return recent
        .<M>find(key)
        .map(
            message -> {
              meters.recent();
              return Uni.createFrom().item(message);
            })
        .orElseGet(() -> retrieve(key, parser, timeToLive, load));
  }

  private <M extends MessageLite> Uni<M> retrieve(
      String key, Parser<M> parser, Duration timeToLive, Supplier<Uni<M>> load) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Executor caller = CallerContext.current();
              Retrieval<M> retrieval =
                  new Retrieval<>(
                      recent, entries, settings, meters, key, parser, timeToLive, load, caller);
              return flights.join(key, retrieval::run).emitOn(caller);
            });
  }
}
