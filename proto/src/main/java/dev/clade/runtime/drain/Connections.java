package dev.clade.runtime.drain;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * The server's connections of HTTP/2, known from their first request, and its requests in flight.
 * Vert.x' server has no greatest age of connections as other gRPC servers do.
 */
@Singleton
final class Connections {
  /** Before every filter that may answer by itself. */
  private static final int PRIORITY = 10_000;

  private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

  /** An answer has ended before the last of it is sent; over HTTP/1.1 nothing tells when it is. */
  private static final Duration LAST_BYTES = Duration.ofMillis(100);

  /** Longest time that calls may go on after their connection was told to go away. */
  private static final long GRACE_DAYS = 20;

  /** Longest wait for a client to say that it has heard; as many milliseconds. */
  private static final long HEARD_MILLIS = 2_000;

  /** HTTP/2's pings have eight bytes. No buffer: an executable's image may hold none. */
  private static final String PING = "goes now";

  /** Of the age, up or down, so that connections made at once do not end at once. */
  private static final double JITTER = 0.1;

  private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
  private final Set<HttpConnection> told = ConcurrentHashMap.newKeySet();
  private final Vertx vertx;
  private final long ageMillis;
  private final AtomicInteger requests = new AtomicInteger();
  private volatile boolean leaving;
  private volatile boolean closed;

  @Inject
  Connections(Vertx vertx, ConnectionSettings settings) {
    this.vertx = vertx;
    this.ageMillis = settings.age().toMillis();
  }

  void register(@Observes Filters filters) {
    filters.register(this::see, PRIORITY);
  }

  /** Tells every connection, and each that comes yet, to go away once its calls have ended. */
  void leave() {
    leaving = true;
    open.forEach(this::tellToGoAway);
  }

  /**
   * Takes no more requests, and waits until those in flight have ended and connections that were
   * told to go away have, so that all is sent; but not for ever.
   */
  void close(Duration longest) {
    closed = true;
    long end = System.nanoTime() + longest.toNanos();
    while ((requests.get() > 0 || !open.isEmpty()) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(LOOK_AGAIN.toNanos());
    }
    LockSupport.parkNanos(LAST_BYTES.toNanos());
  }

  private void see(RoutingContext request) {
    HttpConnection connection = request.request().connection();
    if (request.request().version() == HttpVersion.HTTP_2 && open.add(connection)) {
      StreamErrors.keepFrom(connection);
      long timer = vertx.setTimer(drawAge(), _ -> tellToGoAway(connection));
      connection.closeHandler(
          _ -> {
            vertx.cancelTimer(timer);
            open.remove(connection);
            told.remove(connection);
          });
      if (leaving) {
        tellToGoAway(connection);
      }
    }
    if (closed) {
      Refusal.of(request);
      return;
    }
    requests.incrementAndGet();
    request.addEndHandler(_ -> requests.decrementAndGet());
    request.next();
  }

  private long drawAge() {
    double share = 1 + JITTER * (2 * ThreadLocalRandom.current().nextDouble() - 1);
    return Math.max(1, Math.round(ageMillis * share));
  }

  /**
   * Tells the client to make its next calls elsewhere. Those that it makes before it hears of that
   * are still taken; only then does the server say which was the last, as gRPC's own servers do.
   * Were that said at once, a call that is given up before the client hears would be an error of
   * the whole connection.
   */
  private void tellToGoAway(HttpConnection connection) {
    if (told.add(connection)) {
      GoAway.warn(connection);
      Future.any(
              connection.ping(Buffer.buffer(PING)),
              vertx.timer(HEARD_MILLIS, TimeUnit.MILLISECONDS))
          .onComplete(
              _ -> {
                var _ = connection.shutdown(GRACE_DAYS, TimeUnit.DAYS);
              });
    }
  }
}
