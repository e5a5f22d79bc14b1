package dev.clade.lineage.server.feed;

import static dev.clade.lineage.server.testing.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.lineage.server.health.GraphReadiness;
import dev.clade.lineage.server.testing.TestCheckpoints;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.telemetry.BackgroundWork;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedFollowerTest {
  private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
  private final GraphKeeper graph = new GraphKeeper(metrics);
  private final FeedStatus status = new FeedStatus(graph, metrics);
  private final ScriptedSource source = new ScriptedSource();
  @TempDir Path folder;
  private FeedFollower follower;

  @BeforeEach
  void start() {
    follower =
        new FeedFollower(
            source,
            graph,
            status,
            TestCheckpoints.of(graph, folder, Duration.ofHours(1)),
            settings(),
            new BackgroundWork(OpenTelemetry.noop()));
    follower.start(new StartupEvent());
    eventually(() -> assertThat(source.opened()).containsExactly(0L));
  }

  @AfterEach
  void stop() {
    follower.stop(new ShutdownEvent());
  }

  @Test
  void isNotReadyBeforeTheHeadHeardFirst() {
    source.send(1, 3, 5);
    eventually(() -> assertThat(status.head()).isEqualTo(5));
    assertThat(readiness()).isEqualTo(HealthCheckResponse.Status.DOWN);
    assertThat(status.isFollowing()).isFalse();
    assertThat(status.lag()).isEqualTo(5);
    assertThat(status.lagSeconds()).isPositive();
    assertThatThrownBy(graph::ready)
        .isInstanceOfSatisfying(
            CladeException.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.NOT_READY));

    source.send(4, 5, 9);
    eventually(() -> assertThat(graph.isReady()).isTrue());
    assertThat(readiness()).isEqualTo(HealthCheckResponse.Status.UP);
    assertThat(graph.ready().sequence()).isEqualTo(5);
    eventually(() -> assertThat(status.isFollowing()).isTrue());
    assertThat(status.lag()).isEqualTo(4);
  }

  @Test
  void anEmptyCatalogueIsCaughtUpWithAtOnce() {
    source.send(1, 0, 0);
    eventually(() -> assertThat(graph.isReady()).isTrue());
    assertThat(graph.ready().nodeCount()).isZero();
  }

  @Test
  void fewChangesAreLaidOverTheGraph() {
    source.send(1, 3, 3);
    eventually(() -> assertThat(graph.isReady()).isTrue());
    source.send(4, 4, 4);
    eventually(() -> assertThat(graph.ready().sequence()).isEqualTo(4));
    assertThat(graph.ready().nodeCount()).isEqualTo(4);
    assertThat(status.lagSeconds()).isZero();
    eventually(() -> assertThat(count("clade.lineage.overlay")).isEqualTo(1));
    // When it had caught up, and behind the checkpoint that followed.
    assertThat(count("clade.lineage.rebuild")).isEqualTo(2);
  }

  @Test
  void manyChangesAtOnceAreRebuilt() {
    source.send(1, 3, 3);
    eventually(() -> assertThat(graph.isReady()).isTrue());
    source.send(4, 1_003, 1_003);
    source.send(1_004, 1_004, 1_004);
    eventually(() -> assertThat(graph.ready().sequence()).isEqualTo(1_004));
    assertThat(graph.ready().nodeCount()).isEqualTo(1_004);
    eventually(() -> assertThat(count("clade.lineage.rebuild")).isGreaterThan(1));
  }

  @Test
  void aLostStreamIsOpenedAgainAfterTheLastChange() {
    source.send(1, 3, 3);
    eventually(() -> assertThat(status.isFollowing()).isTrue());
    source.fail(new IllegalStateException("lost"));
    eventually(() -> assertThat(source.opened()).containsExactly(0L, 3L));
    assertThat(graph.ready().sequence()).isEqualTo(3);
  }

  @Test
  void aPositionThatIsRefusedMakesItStartOver() {
    source.send(1, 3, 3);
    eventually(() -> assertThat(graph.isReady()).isTrue());
    source.fail(
        CladeException.invalidField(
            Reason.FIELD_OUT_OF_RANGE, "after_sequence", 3, "must not be beyond the head"));
    eventually(() -> assertThat(source.opened()).containsExactly(0L, 0L));
    assertThat(graph.ready().nodeCount()).isEqualTo(3);
    assertThat(status.isFollowing()).isFalse();
    source.send(1, 1, 2);
    eventually(() -> assertThat(status.head()).isEqualTo(2));
    assertThat(graph.ready().nodeCount()).isEqualTo(3);
    source.send(2, 2, 2);
    eventually(() -> assertThat(graph.ready().nodeCount()).isEqualTo(2));
    eventually(() -> assertThat(status.isFollowing()).isTrue());
  }

  @Test
  void takesNoMoreThanItAppliesAndPublishesAllInTheEnd() {
    source.send(1, 1, 1_000);
    for (int number = 2; number <= 1_000; number++) {
      source.send(number, number, 1_000);
    }
    eventually(() -> assertThat(graph.isReady()).isTrue());
    assertThat(source.waiting()).isZero();
    for (int number = 1_001; number <= 1_500; number++) {
      source.send(number, number, number);
    }
    eventually(() -> assertThat(graph.ready().sequence()).isEqualTo(1_500));
    assertThat(graph.ready().nodeCount()).isEqualTo(1_500);
  }

  @Test
  void aRestartReadsOnlyTheTail() {
    source.send(1, 3, 3);
    eventually(() -> assertThat(status.isFollowing()).isTrue());
    follower.stop(new ShutdownEvent());

    GraphKeeper restarted = new GraphKeeper(metrics);
    ScriptedSource tail = new ScriptedSource();
    follower =
        new FeedFollower(
            tail,
            restarted,
            new FeedStatus(restarted, metrics),
            TestCheckpoints.of(restarted, folder, Duration.ZERO),
            settings(),
            new BackgroundWork(OpenTelemetry.noop()));
    follower.start(new StartupEvent());

    eventually(() -> assertThat(tail.opened()).containsExactly(3L));
    assertThat(restarted.ready().nodeCount()).isEqualTo(3);
    tail.send(4, 5, 5);
    eventually(() -> assertThat(restarted.ready().sequence()).isEqualTo(5));
    assertThat(restarted.ready().nodeCount()).isEqualTo(5);
  }

  private long count(String timer) {
    return metrics.get(timer).timer().count();
  }

  private HealthCheckResponse.Status readiness() {
    return new GraphReadiness(graph, status).call().getStatus();
  }

  private static FeedSettings settings() {
    return new FeedSettings() {
      @Override
      public Duration firstPause() {
        return Duration.ofMillis(1);
      }

      @Override
      public Duration longestPause() {
        return Duration.ofMillis(5);
      }

      @Override
      public Duration rebuildPause() {
        return Duration.ofMillis(5);
      }
    };
  }
}
