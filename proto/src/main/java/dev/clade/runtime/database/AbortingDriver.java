package dev.clade.runtime.database;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.impl.NetSocketInternal;
import io.vertx.pgclient.impl.PgConnectionFactory;
import io.vertx.pgclient.spi.PgDriver;
import io.vertx.sqlclient.SqlConnectOptions;
import io.vertx.sqlclient.spi.ConnectionFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * The driver, with connections that end when the server is silent for too long. Its own answer to a
 * timeout is to say goodbye and to wait for the server to hang up, which one that is gone never
 * does; so the statement would wait on, and the connection's place in the pool be lost.
 */
final class AbortingDriver extends PgDriver {
  private final Duration silence;

  AbortingDriver(Duration silence) {
    this.silence = silence;
  }

  @Override
  public ConnectionFactory createConnectionFactory(
      Vertx vertx, Supplier<? extends Future<? extends SqlConnectOptions>> options) {
    return new Connections((VertxInternal) vertx, options);
  }

  private void watch(NetSocket socket) {
    ((NetSocketInternal) socket)
        .channelHandlerContext()
        .pipeline()
        .addFirst(new SilenceHandler(silence));
  }

  /** Makes connections that are watched from their first byte on. */
  private final class Connections extends PgConnectionFactory {
    Connections(
        VertxInternal vertx, Supplier<? extends Future<? extends SqlConnectOptions>> options) {
      super(vertx, options);
    }

    @Override
    protected NetClient netClient(NetClientOptions options) {
      return new WatchingClient(super.netClient(options), AbortingDriver.this::watch);
    }
  }

  /**
   * Closes before all other handlers, so that none of them makes a goodbye of it. A statement that
   * is sent has all of the time, however long the connection was idle before.
   */
  private static final class SilenceHandler extends IdleStateHandler {
    SilenceHandler(Duration silence) {
      super(0, 0, silence.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
      context.close();
    }
  }
}
