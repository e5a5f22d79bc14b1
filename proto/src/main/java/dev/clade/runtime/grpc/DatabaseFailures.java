package dev.clade.runtime.grpc;

import com.google.common.collect.ImmutableSet;
import io.vertx.core.impl.NoStackTraceThrowable;
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

  /** What it says of a statement on a connection that ended before, in the same way. */
  private static final String ENDED = "Connection is not active now";

  /** A server without a database has no driver, and so none of its exceptions. */
  private static final boolean DRIVER_PRESENT = isPresent("io.vertx.sqlclient.DatabaseException");

  private DatabaseFailures() {}

  /** Returns whether one link of a chain of causes means that the database cannot be reached. */
  static boolean isUnavailable(Throwable link) {
    return switch (link) {
      case SocketException _, UnknownHostException _, ClosedChannelException _ -> true;
      // Without a state it never reached the database, such as one that waited for a connection.
      case SQLException refused ->
          refused.getSQLState() == null || isUnavailable(refused.getSQLState());
      case NoStackTraceThrowable plain -> {
        String told = String.valueOf(plain.getMessage());
        yield told.equals(POOL_TIMEOUT) || told.startsWith(ENDED);
      }
      default -> DRIVER_PRESENT && DriverFailures.isUnavailable(link);
    };
  }

  /**
   * Returns whether a server with this state takes no statement now.
   *
   * @param state SQLSTATE, or null when there is none
   */
  static boolean isUnavailable(String state) {
    return state != null
        && (state.startsWith(CONNECTION_CLASS) || UNAVAILABLE_STATES.contains(state));
  }

  private static boolean isPresent(String type) {
    try {
      Class.forName(type, false, DatabaseFailures.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
