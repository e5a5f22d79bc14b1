package dev.clade.valuation.server.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import dev.clade.runtime.testing.RedisServer;
import dev.clade.valuation.v1.EvaluationTask;
import dev.clade.valuation.v1.Valuation;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens while the database or the cache is away, and after. */
@QuarkusTest
class DatabaseOutageTest extends ContractTest {
  PostgresServer postgres;
  RedisServer redis;

  @AfterEach
  void startAgain() {
    postgres.start();
    redis.start();
  }

  @Test
  void runGoesOnWhereItWas() throws InterruptedException {
    String name = mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(3))).getName();
    worker.report(worker.take());
    EvaluationTask leased = worker.take();

    postgres.stop();
    Failures.assertReason(Reason.DATABASE_UNAVAILABLE, () -> mesh.get(name));
    Failures.assertReason(Reason.DATABASE_UNAVAILABLE, () -> worker.lease(0));
    Failures.assertReason(Reason.DATABASE_UNAVAILABLE, () -> worker.report(leased));
    given().get("/q/health/ready").then().statusCode(503);
    given().get("/q/health/live").then().statusCode(200);
    postgres.start();

    awaitReady();
    assertThat(worker.report(leased)).isTrue();
    worker.work();
    assertThat(mesh.get(name).getState()).isEqualTo(Valuation.State.STATE_SUCCEEDED);
  }

  @Test
  void withoutTheCacheAnswersAreTheSame() {
    String name = mesh.create(Valuation.newBuilder().setImageSet(mesh.imageSet(2))).getName();
    worker.work();
    Valuation cached = mesh.get(name);
    assertThat(mesh.get(name)).isEqualTo(cached);
    redis.stop();
    assertThat(mesh.get(name)).isEqualTo(cached);
    given().get("/q/health/ready").then().statusCode(200);
  }

  private static void awaitReady() throws InterruptedException {
    for (int i = 0; i < 100 && given().get("/q/health/ready").statusCode() != 200; i++) {
      Thread.sleep(100);
    }
  }
}
