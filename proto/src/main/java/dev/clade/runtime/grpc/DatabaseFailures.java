package dev.clade.runtime.grpc;

import com.google.common.collect.ImmutableSet;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;

/** Tells a database that cannot be reached from one that refused a statement. */
final class DatabaseFailures {
  /** SQLSTATE class of connection exceptions. */
  private static final String CONNECTION_CLASS = "08";

  /**
   * SQLSTATEs of a PostgreSQL that shuts down (57P01), crashed (57P02), is starting (57P03), or has
   * no connection left (53300).
   */
  private static final ImmutableSet<String> UNAVAILABLE_STATES =
      ImmutableSet.of("57P01", "57P02", "57P03", "53300");

  /** What Vert.x' pool says, without a type of its own, when no connection came free in time. */
  private static final String POOL_TIMEOUT = "Timeout";

  private DatabaseFailures() {}

  /** Returns whether one link of a chain of causes means that the database cannot be reached. */
  static boolean isUnavailable(Throwable link) {
    return switch (link) {
      case SocketException _, UnknownHostException _, ClosedChannelException _ -> true;
      case ClosedConnectionException _ -> true;
      case DatabaseException refused -> isUnavailable(refused.getSqlState());
      case SQLException refused -> isUnavailable(refused.getSQLState());
      case NoStackTraceThrowable plain -> POOL_TIMEOUT.equals(plain.getMessage());
      default -> false;
    };
  }

  private static boolean isUnavailable(String state) {
    return state != null
        && (state.startsWith(CONNECTION_CLASS) || UNAVAILABLE_STATES.contains(state));
  }
}
