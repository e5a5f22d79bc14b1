package dev.clade.runtime.testing;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A real Redis that keeps nothing on disk. It can be stopped and started again, then empty, on the
 * same port. Not for use by several threads.
 */
public final class RedisServer implements AutoCloseable {
  private final int port = FreePort.find();
  private redis.embedded.RedisServer running;

  /** Starts a server; takes less than a second. */
  public RedisServer() {
    start();
  }

  /** Returns the port of the loopback interface that the server listens on when it runs. */
  public int port() {
    return port;
  }

  /** Returns the address for {@code quarkus.redis.hosts}. */
  public String url() {
    return "redis://localhost:" + port;
  }

  /** Starts the server, empty; does nothing while it runs. */
  public void start() {
    if (running != null) {
      return;
    }
    try {
      running =
          redis.embedded.RedisServer.newRedisServer()
              .port(port)
              .bind("127.0.0.1")
              .setting("save \"\"")
              .setting("maxmemory 128mb")
              .build();
      running.start();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start Redis", e);
    }
  }

  /** Stops the server, which cuts every connection; does nothing while it is stopped. */
  @Override
  public void close() {
    if (running == null) {
      return;
    }
    try {
      running.stop();
      running = null;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop Redis", e);
    }
  }

  /** As {@link #close}: Redis keeps nothing that would outlive it. */
  public void stop() {
    close();
  }
}
