package dev.clade.runtime.traps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no server uses, since it fails in ways that tests of behaviour find by luck only. */
final class AvoidedPartsTest {
  private static final Map<String, String> AVOIDED =
      Map.ofEntries(
          Map.entry(
              "io.smallrye.stork",
              "keeps connections to servers that are gone; CladeChannel balances"),
          Map.entry(
              "io.quarkus.grpc.GrpcClient", "has none of CladeChannel's deadlines and retries"),
          Map.entry("RunOnVirtualThread", "Hibernate Reactive refuses calls from virtual threads"),
          Map.entry("Thread.ofVirtual", "Hibernate Reactive refuses calls from virtual threads"),
          Map.entry("newVirtualThreadPerTaskExecutor", "as above, and pools have no bound"),
          Map.entry(
              "jakarta.persistence.GeneratedValue", "ids that the database gives are not batched"),
          Map.entry("jakarta.transaction", "an interceptor between a failure and its ErrorInfo"),
          Map.entry(".any()", "those that lose go on waiting for ever (Quarkus issue 50513)"),
          Map.entry(
              "io.quarkus.cache", "a computation that asks for another value blocks or is lost"),
          Map.entry(
              "TransactionalRedisDataSource", "in a transaction Redis answers QUEUED, no value"),
          Map.entry("static final Buffer", "an executable's image can hold none"));

  private static final String REDIS = "io.quarkus.redis";

  static Stream<Arguments> avoided() {
    return AVOIDED.entrySet().stream().map(part -> Arguments.of(part.getKey(), part.getValue()));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("avoided")
  void noServerUses(String part, String reason) {
    assertThat(servers().filter(source -> source.contains(part))).as(reason).isEmpty();
  }

  @Test
  void theCacheAloneSpeaksToRedis() {
    assertThat(servers().filter(source -> source.contains(REDIS)))
        .singleElement()
        .asString()
        .contains("final class RedisEntries");
  }

  private static Stream<String> servers() {
    return Stream.concat(Stream.of("proto"), Sources.SERVERS.stream())
        .flatMap(module -> Sources.java(module + "/src/main").stream())
        .map(Sources::read);
  }
}
