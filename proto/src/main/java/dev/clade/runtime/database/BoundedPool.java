package dev.clade.runtime.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;

/**
 * Makes the pool of connections to PostgreSQL so that nothing waits for long: not for a host that
 * does not answer, not for a free connection, and not for an answer on a connection whose other end
 * is gone without a word. The driver itself waits as long as TCP does, which is a quarter of an
 * hour.
 */
@Singleton
final class BoundedPool implements PgPoolCreator {
  private final PoolSettings settings;

  @Inject
  BoundedPool(PoolSettings settings) {
    this.settings = settings;
  }

  @Override
  public Pool create(Input input) {
    input
        .pgConnectOptionsList()
        .forEach(
            server -> server.setConnectTimeout(Math.toIntExact(settings.connect().toMillis())));
    input
        .poolOptions()
        .setConnectionTimeout(Math.toIntExact(settings.acquire().toMillis()))
        .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
    endIdle(input.poolOptions());
    return new AbortingDriver(settings.silence())
        .createPool(input.vertx(), input.pgConnectOptionsList(), input.poolOptions());
  }

  /**
   * Lets the pool end idle connections before the silence on them does, for the pool knows that
   * nobody has been given them.
   */
  private void endIdle(PoolOptions options) {
    int part = Math.toIntExact(settings.silence().toMillis() / 6);
    options
        .setIdleTimeout(4 * part)
        .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
        .setPoolCleanerPeriod(part);
  }
}
