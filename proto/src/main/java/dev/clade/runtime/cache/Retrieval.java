package dev.clade.runtime.cache;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** One process' way to the message of a key: read it, or compute it under the key's lock. */
final class Retrieval<M extends MessageLite> {
  private static final Duration FIRST_POLL = Duration.ofMillis(10);
  private static final Duration LONGEST_POLL = Duration.ofMillis(160);

  private final RecentMessages recent;
  private final RedisEntries entries;
  private final CacheSettings settings;
  private final CacheMeters meters;
  private final String key;
  private final Parser<M> parser;
  private final Duration timeToLive;
  private final Supplier<Uni<M>> load;
  private final Executor caller;
  private final String token = UUID.randomUUID().toString();
  private final long giveUpNanos;

  Retrieval(
      RecentMessages recent,
      RedisEntries entries,
      CacheSettings settings,
      CacheMeters meters,
      String key,
      Parser<M> parser,
      Duration timeToLive,
      Supplier<Uni<M>> load,
      Executor caller) {
    this.recent = recent;
    this.entries = entries;
    this.settings = settings;
    this.meters = meters;
    this.key = key;
    this.parser = parser;
    this.timeToLive = timeToLive;
    this.load = load;
    this.caller = caller;
    this.giveUpNanos = System.nanoTime() + settings.lockWait().toNanos();
  }

  /** Returns the message; fails only as its computation does. */
  Uni<M> run() {
    return attempt(FIRST_POLL)
        .onFailure(CacheUnavailable.class)
        .recoverWithUni(
            () -> {
              meters.unavailable();
              return compute();
            });
  }

  private Uni<M> attempt(Duration poll) {
    return entries.read(key).chain(entry -> entry.flatMap(this::serve).orElseGet(() -> miss(poll)));
  }

  private Optional<Uni<M>> serve(CacheEntry entry) {
    return parse(entry)
        .map(
            message -> {
              meters.hit();
              if (entry.freshness().isDue(settings.earliness())) {
                return renew(message);
              }
              recent.keep(key, message, entry.freshness());
              return Uni.createFrom().item(message);
            });
  }

  private Optional<M> parse(CacheEntry entry) {
    try {
      return Optional.of(parser.parseFrom(entry.message()));
    } catch (InvalidProtocolBufferException e) {
      return Optional.empty();
    }
  }

  private Uni<M> renew(M current) {
    return entries
        .lock(key, token, settings.lockLifetime())
        .chain(mine -> mine ? computeUnderLock() : Uni.createFrom().item(current))
        .onFailure()
        .recoverWithItem(current);
  }

  private Uni<M> miss(Duration poll) {
    return entries
        .lock(key, token, settings.lockLifetime())
        .chain(
            mine -> {
              boolean patient = System.nanoTime() - giveUpNanos < 0;
              if (mine || !patient) {
                meters.miss();
                return mine ? computeUnderLock() : compute();
              }
              Duration next = poll.multipliedBy(2);
              return Uni.createFrom()
                  .voidItem()
                  .onItem()
                  .delayIt()
                  .by(poll)
                  .chain(() -> attempt(next.compareTo(LONGEST_POLL) > 0 ? LONGEST_POLL : next));
            });
  }

  private Uni<M> computeUnderLock() {
    return compute()
        .onItemOrFailure()
        .call(() -> entries.unlock(key, token).onFailure().recoverWithNull());
  }

  /** Computes the message where the caller runs, and stores it if Redis takes it. */
  private Uni<M> compute() {
    return Uni.createFrom()
        .deferred(
            () -> {
              long begin = System.nanoTime();
              return load.get()
                  .call(
                      message -> {
                        Duration took = Duration.ofNanos(System.nanoTime() - begin);
                        return store(message, took).onFailure().recoverWithNull();
                      });
            })
        .runSubscriptionOn(caller);
  }

  private Uni<Void> store(M message, Duration took) {
    long expiryMillis = System.currentTimeMillis() + timeToLive.toMillis();
    Freshness freshness = new Freshness(expiryMillis, took.toMillis());
    recent.keep(key, message, freshness);
    return entries.write(key, new CacheEntry(freshness, message.toByteString()), timeToLive);
  }
}
