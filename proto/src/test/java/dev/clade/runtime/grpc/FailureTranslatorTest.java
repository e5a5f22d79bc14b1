package dev.clade.runtime.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.testing.PostgresServer;
import io.grpc.Status;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Failures of a real PostgreSQL, and of everything else. */
final class FailureTranslatorTest {
  private static PostgresServer server;
  private static Vertx vertx;
  private static Pool pool;

  @BeforeAll
  static void startServer() {
    server = new PostgresServer();
    vertx = Vertx.vertx();
    pool =
        PgBuilder.pool()
            .connectingTo(
                PgConnectOptions.fromUri(server.reactiveUrl())
                    .setUser(PostgresServer.CLADE)
                    .setPassword(PostgresServer.CLADE))
            .with(
                new PoolOptions()
                    .setMaxSize(1)
                    .setConnectionTimeout(1)
                    .setConnectionTimeoutUnit(TimeUnit.SECONDS))
            .using(vertx)
            .build();
  }

  @AfterAll
  static void stopServer() {
    pool.close();
    vertx.close();
    server.close();
  }

  @BeforeEach
  void bringServerBack() {
    server.start();
  }

  @Test
  void aStoppedServerIsUnavailableAndKeepsItsData() throws Exception {
    await(pool.query("CREATE TABLE kept AS SELECT 7 AS value").execute());
    server.stop();
    assertUnavailable(failureOf(pool.query("SELECT 1").execute()));
    assertUnavailable(
        catchThrowable(
            () ->
                DriverManager.getConnection(
                    server.jdbcUrl(), PostgresServer.CLADE, PostgresServer.CLADE)));
    server.start();
    assertThat(
            await(pool.query("SELECT value FROM kept").execute()).iterator().next().getInteger(0))
        .isEqualTo(7);
  }

  @Test
  void aConnectionCutInTheMiddleIsUnavailable() throws Exception {
    Future<?> running = pool.query("SELECT pg_sleep(60)").execute();
    Thread.sleep(500);
    server.stop();
    assertUnavailable(failureOf(running));
  }

  @Test
  void aConnectionThatHadEndedIsUnavailable() throws Exception {
    SqlConnection taken = await(pool.getConnection());
    CountDownLatch ended = new CountDownLatch(1);
    taken.closeHandler(nothing -> ended.countDown());
    server.stop();
    assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    assertUnavailable(failureOf(taken.query("SELECT 1").execute()));
  }

  @Test
  void noFreeConnectionIsUnavailable() {
    SqlConnection taken = await(pool.getConnection());
    assertUnavailable(failureOf(pool.getConnection()));
    await(taken.close());
  }

  @Test
  void aRefusedStatementIsAFaultOfOurs() {
    assertThat(reasonOf(failureOf(pool.query("SELECT nonsense").execute())))
        .isEqualTo(Reason.INTERNAL);
  }

  @Test
  void whatIsMeantForCallersIsFoundUnderItsWrappers() {
    CladeException told = CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, "models/x");
    assertThat(FailureTranslator.translate(new CompletionException(told))).isSameAs(told);
    assertThat(FailureTranslator.translate(told)).isSameAs(told);
  }

  @Test
  void theFailureOfAnotherServiceIsPassedOn() {
    CladeException told = CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, "models/x");
    CladeException passed = FailureTranslator.translate(ErrorStatus.toStatus(told));
    assertThat(passed).hasMessage(told.getMessage());
    assertThat(passed.reason()).isEqualTo(told.reason());
    assertThat(passed.metadata()).isEqualTo(told.metadata());
  }

  @Test
  void statusesThatSayEnoughKeepTheirMeaning() {
    assertThat(reasonOf(Status.CANCELLED.asRuntimeException())).isEqualTo(Reason.CALL_CANCELLED);
    assertThat(reasonOf(Status.DEADLINE_EXCEEDED.asRuntimeException()))
        .isEqualTo(Reason.DEADLINE_EXCEEDED);
    assertThat(reasonOf(Status.UNIMPLEMENTED.asException())).isEqualTo(Reason.METHOD_UNIMPLEMENTED);
    assertThat(reasonOf(Status.UNAVAILABLE.asRuntimeException()))
        .isEqualTo(Reason.DEPENDENCY_UNAVAILABLE);
    assertThat(reasonOf(Status.DATA_LOSS.asRuntimeException())).isEqualTo(Reason.INTERNAL);
  }

  @Test
  void everyIncidentHasItsOwnNumber() {
    RuntimeException fault = new IllegalStateException("inside");
    Map<String, String> first = FailureTranslator.translate(fault).metadata();
    Map<String, String> second = FailureTranslator.translate(fault).metadata();
    assertThat(first.get(FailureTranslator.INCIDENT)).matches("[0-9a-f]{16}");
    assertThat(first).isNotEqualTo(second);
  }

  private static void assertUnavailable(Throwable failure) {
    CladeException told = FailureTranslator.translate(failure);
    assertThat(told.reason()).isEqualTo(Reason.DATABASE_UNAVAILABLE);
    assertThat(told.getMessage()).doesNotContain("localhost", "Exception");
  }

  private static Reason reasonOf(Throwable failure) {
    return FailureTranslator.translate(failure).reason();
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }

  private static Throwable failureOf(Future<?> future) {
    return catchThrowable(() -> await(future));
  }
}
