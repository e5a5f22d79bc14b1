package dev.clade.runtime.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clade.runtime.error.Reason;
import dev.clade.runtime.grpc.FailureTranslator;
import dev.clade.runtime.testing.PostgresServer;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A pool of one connection before servers that do not answer, or not in time. */
final class BoundedPoolTest {
  private static PostgresServer server;
  private static Vertx vertx;

  private Pool pool;

  @BeforeAll
  static void start() {
    server = new PostgresServer();
    vertx = Vertx.vertx();
  }

  @AfterAll
  static void stop() {
    vertx.close();
    server.close();
  }

  @AfterEach
  void closePool() {
    pool.close();
  }

  @Test
  void anAnswerThatDoesNotComeIsGivenUpAndItsConnectionWithIt() {
    pool = pool(server.port());
    await(pool.query("SELECT 1").execute());

    assertUnavailable(pool.query("SELECT pg_sleep(60)").execute());

    // Until the pool has noticed, it may give the connection that ended to one more statement.
    if (catchThrowable(() -> await(pool.query("SELECT 1").execute())) instanceof Throwable late) {
      assertUnavailable(Future.failedFuture(late));
    }
    await(pool.query("SELECT 1").execute());
  }

  @Test
  void aStatementHasAllOfTheTimeHoweverLongItsConnectionWasIdle() throws Exception {
    pool = pool(server.port());
    await(pool.query("SELECT 1").execute());
    Thread.sleep(1_000);

    await(pool.query("SELECT pg_sleep(1.5)").execute());
  }

  @Test
  void thePoolEndsIdleConnectionsBeforeTheirSilenceDoes() throws Exception {
    PoolOptions options = new PoolOptions();
    pool = pool(server.port(), options);

    assertThat(options.getIdleTimeoutUnit()).isEqualTo(TimeUnit.MILLISECONDS);
    assertThat(Duration.ofMillis(options.getIdleTimeout() + options.getPoolCleanerPeriod()))
        .isPositive()
        .isLessThan(new Settings().silence());
    await(pool.query("SELECT 1").execute());
    assertThat(pool.size()).isOne();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (pool.size() > 0 && System.nanoTime() < end) {
      Thread.sleep(10);
    }
    assertThat(pool.size()).isZero();
  }

  @Test
  void aServerThatTakesConnectionsAndSaysNothingIsGivenUp() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 16, InetAddress.getLoopbackAddress())) {
      pool = pool(silent.getLocalPort());
      assertUnavailable(pool.query("SELECT 1").execute());
    }
  }

  @Test
  void aConnectionThatDoesNotComeFreeIsNotWaitedForLong() {
    pool = pool(server.port());
    SqlConnection taken = await(pool.getConnection());

    assertUnavailable(pool.getConnection());

    await(taken.close());
    await(pool.query("SELECT 1").execute());
  }

  private static Pool pool(int port) {
    return pool(port, new PoolOptions());
  }

  private static Pool pool(int port, PoolOptions pooled) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost("localhost")
            .setPort(port)
            .setDatabase(PostgresServer.CLADE)
            .setUser(PostgresServer.CLADE)
            .setPassword(PostgresServer.CLADE);
    return new BoundedPool(new Settings())
        .create(new Input(pooled.setMaxSize(1), List.of(options)));
  }

  private static <T> T await(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  private static void assertUnavailable(Future<?> statement) {
    Throwable failure = catchThrowable(() -> await(statement));
    assertThat(FailureTranslator.translate(failure).reason())
        .as("%s", failure)
        .isEqualTo(Reason.DATABASE_UNAVAILABLE);
  }

  /** What Quarkus gives of a data source. */
  private record Input(PoolOptions poolOptions, List<PgConnectOptions> pgConnectOptionsList)
      implements PgPoolCreator.Input {
    @Override
    public Vertx vertx() {
      return vertx;
    }
  }

  /** A second or two for everything. */
  private record Settings() implements PoolSettings {
    @Override
    public Duration connect() {
      return Duration.ofSeconds(2);
    }

    @Override
    public Duration acquire() {
      return Duration.ofSeconds(1);
    }

    @Override
    public Duration silence() {
      return Duration.ofSeconds(2);
    }
  }
}
