package dev.clade.ingest.contract;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.ingest.v1.GetArtifactRequest;
import dev.clade.ingest.v1.ReplayQuarantineRequest;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import dev.clade.runtime.testing.RedisServer;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest extends IngestTest {
  PostgresServer postgres;
  RedisServer redis;

  @Test
  void withoutTheDatabaseItIsAliveButNotReadyAndRecoversByItself() throws Exception {
    assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
    postgres.stop();
    try {
      await(() -> get("/q/health/ready").statusCode() == 503);
      assertThat(get("/q/health/live").statusCode()).isEqualTo(200);
      Failures.assertFails(Reason.DATABASE_UNAVAILABLE, this::getAnything);
      // The two read through different drivers.
      Failures.assertFails(Reason.DATABASE_UNAVAILABLE, this::replayAnything);
    } finally {
      postgres.start();
    }
    await(() -> get("/q/health/ready").statusCode() == 200);
    Failures.assertFails(Reason.ARTIFACT_NOT_FOUND, this::getAnything);
    Failures.assertFails(Reason.IMPORT_NOT_FOUND, this::replayAnything);
    client.importText("models.tsv", HEADER + row("health/a", 1, ""));
  }

  @Test
  void withoutRedisItIsReady() {
    redis.stop();
    try {
      assertThat(get("/q/health/ready").statusCode()).isEqualTo(200);
    } finally {
      redis.start();
    }
  }

  @Test
  void metricsTellTheHeadOfTheFeed() {
    String metrics = get("/q/metrics").asString();

    assertThat(metrics).contains("clade_ingest_feed_head");
  }

  private void getAnything() {
    client
        .catalogue()
        .getArtifact(GetArtifactRequest.newBuilder().setName("models/no/such").build());
  }

  private void replayAnything() {
    client
        .imports()
        .replayQuarantine(
            ReplayQuarantineRequest.newBuilder().setParent("imports/" + new UUID(4, 2)).build());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(50);
    }
  }
}
