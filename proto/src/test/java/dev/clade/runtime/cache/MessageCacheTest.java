package dev.clade.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import com.google.protobuf.StringValue;
import dev.clade.runtime.dependency.Dependencies;
import dev.clade.runtime.telemetry.Meters;
import dev.clade.runtime.testing.RedisServer;
import dev.clade.runtime.testing.RedisTestResource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cache over a real Redis, which is also stopped, made slow and filled with nonsense. */
@QuarkusTest
@QuarkusTestResource(value = RedisTestResource.class, restrictToAnnotatedClass = true)
final class MessageCacheTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** What a process keeps itself would hide most of what happens between it and Redis. */
  private static final CacheSettings NOTHING_KEPT = GivenSettings.with("recent-bytes", "0");

  @Inject RedisDataSource redis;
  @Inject ReactiveRedisDataSource reactiveRedis;
  RedisServer server;

  private final String key = "test/" + UUID.randomUUID();
  private final AtomicInteger loads = new AtomicInteger();
  private MessageCache cache;

  @BeforeEach
  void startProcess() {
    cache = process(NOTHING_KEPT);
  }

  @AfterEach
  void bringRedisBack() {
    server.start();
  }

  @Test
  void aValueIsComputedOnceAndThenRead() {
    assertThat(get("first")).isEqualTo("first");
    assertThat(get("second")).isEqualTo("first");
    assertThat(loads).hasValue(1);
    assertThat(redis.key().pttl("clade:entry:" + key)).isBetween(1L, 60_000L);
    assertThat(redis.key().exists("clade:lock:" + key)).isFalse();
  }

  @Test
  void aThousandCallersCauseOneComputation() {
    List<CompletableFuture<StringValue>> callers =
        IntStream.range(0, 1_000)
            .parallel()
            .mapToObj(_ -> slowly(cache, Duration.ofMillis(100)).subscribeAsCompletionStage())
            .toList();
    assertThat(callers).allSatisfy(caller -> assertThat(caller.join().getValue()).isEqualTo("1"));
    assertThat(loads).hasValue(1);
  }

  @Test
  void aComputationMayAskForWhatIsMissingToo() {
    List<CompletableFuture<StringValue>> callers =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                _ ->
                    cache
                        .get(
                            key + "/outer",
                            StringValue.parser(),
                            MINUTE,
                            () -> slowly(cache, Duration.ofMillis(50)))
                        .subscribeAsCompletionStage())
            .toList();
    assertThat(callers).allSatisfy(caller -> assertThat(caller.join().getValue()).isEqualTo("1"));
    assertThat(loads).hasValue(1);
  }

  @Test
  void twoProcessesComputeOnceBetweenThem() {
    CompletableFuture<StringValue> here =
        slowly(cache, Duration.ofMillis(300)).subscribeAsCompletionStage();
    CompletableFuture<StringValue> there =
        slowly(process(NOTHING_KEPT), Duration.ofMillis(300)).subscribeAsCompletionStage();
    assertThat(here.join()).isEqualTo(there.join());
    assertThat(loads).hasValue(1);
  }

  @Test
  void aLockThatItsHolderLeftBehindOnlyDelays() {
    redis.value(String.class).set("clade:lock:" + key, "somebody who died");
    long begin = System.nanoTime();
    assertThat(get("value")).isEqualTo("value");
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isBetween(NOTHING_KEPT.lockWait(), NOTHING_KEPT.lockWait().plusSeconds(10));
    assertThat(redis.value(String.class).get("clade:lock:" + key)).isEqualTo("somebody who died");
  }

  @Test
  void failuresReachEveryCallerAndAreNotKept() {
    CompletableFuture<Void> start = new CompletableFuture<>();
    Uni<StringValue> failing =
        cache.get(
            key,
            StringValue.parser(),
            MINUTE,
            () ->
                Uni.createFrom()
                    .completionStage(start)
                    .invoke(loads::incrementAndGet)
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("no"))));
    CompletableFuture<StringValue> first = failing.subscribeAsCompletionStage();
    CompletableFuture<StringValue> second = failing.subscribeAsCompletionStage();
    start.complete(null);
    assertThatThrownBy(first::join).hasRootCauseMessage("no");
    assertThatThrownBy(second::join).hasRootCauseMessage("no");
    assertThat(loads).hasValue(1);
    assertThat(get("value")).isEqualTo("value");
  }

  @Test
  void whatAProcessReadLatelyItServesWithoutRedis() {
    MessageCache writer = process(GivenSettings.defaults());
    MessageCache reader = process(GivenSettings.defaults());
    assertThat(get(writer, "first")).isEqualTo("first");
    assertThat(get(reader, "second")).isEqualTo("first");
    server.stop();
    assertThat(get(writer, "third")).isEqualTo("first");
    assertThat(get(reader, "third")).isEqualTo("first");
  }

  @Test
  void whatAProcessReadLatelyItReadsAnewAfterAWhile() throws Exception {
    MessageCache brief = process(GivenSettings.with("recent-lifetime", "50ms"));
    assertThat(get(brief, "first")).isEqualTo("first");
    redis.key().del("clade:entry:" + key);
    Thread.sleep(60);
    assertThat(get(brief, "second")).isEqualTo("second");
  }

  @Test
  void damagedBytesAreComputedAgain() {
    get("value");
    redis.value(byte[].class).set("clade:entry:" + key, new byte[] {1, 2, 3});
    assertThat(get("again")).isEqualTo("again");
    CacheEntry foreign = new CacheEntry(new Freshness(Long.MAX_VALUE, 0), ByteString.fromHex("ff"));
    redis.value(byte[].class).set("clade:entry:" + key, foreign.encode());
    assertThat(get("third")).isEqualTo("third");
  }

  @Test
  void aValueAboutToExpireIsRenewedAndKeptWhenThatFails() {
    CacheEntry due =
        new CacheEntry(
            new Freshness(System.currentTimeMillis(), 1), StringValue.of("old").toByteString());
    redis.value(byte[].class).set("clade:entry:" + key, due.encode());
    Uni<StringValue> failing =
        cache.get(
            key,
            StringValue.parser(),
            MINUTE,
            () -> Uni.createFrom().failure(new IllegalStateException("no")));
    assertThat(failing.await().atMost(MINUTE).getValue()).isEqualTo("old");
    assertThat(get("new")).isEqualTo("new");
    assertThat(get("newer")).isEqualTo("new");
  }

  @Test
  void withoutRedisEveryCallIsAnsweredAndOnlyTheFirstWaits() {
    server.stop();
    get("0");
    long begin = System.nanoTime();
    for (int call = 1; call <= 200; call++) {
      assertThat(get("" + call)).isEqualTo("" + call);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isLessThan(NOTHING_KEPT.timeout().multipliedBy(50));
    server.start();
    awaitCachingAgain();
  }

  @Test
  void aSlowRedisIsNotWaitedFor() {
    get("value");
    redis.execute("CLIENT", "PAUSE", "4000");
    long begin = System.nanoTime();
    assertThat(get("computed")).isEqualTo("computed");
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
    awaitCachingAgain();
  }

  private void awaitCachingAgain() {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (System.nanoTime() < end) {
      if (!seen.add(get(UUID.randomUUID().toString()))) {
        return;
      }
    }
    throw new AssertionError("nothing was cached for 20 s");
  }

  private MessageCache process(CacheSettings own) {
    Meters meters = new Meters(new SimpleMeterRegistry());
    return new MessageCache(
        new RecentMessages(own),
        new RedisEntries(reactiveRedis, own, new Dependencies(), meters),
        own,
        new CacheMeters(meters));
  }

  private String get(String computed) {
    return get(cache, computed);
  }

  private String get(MessageCache from, String computed) {
    return from.get(
            key,
            StringValue.parser(),
            MINUTE,
            () -> {
              loads.incrementAndGet();
              return Uni.createFrom().item(StringValue.of(computed));
            })
        .await()
        .atMost(MINUTE)
        .getValue();
  }

  private Uni<StringValue> slowly(MessageCache from, Duration delay) {
    return from.get(
        key,
        StringValue.parser(),
        MINUTE,
        () ->
            Uni.createFrom()
                .item(() -> StringValue.of("" + loads.incrementAndGet()))
                .onItem()
                .delayIt()
                .by(delay));
  }
}
