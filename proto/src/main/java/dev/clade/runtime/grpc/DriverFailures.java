package dev.clade.runtime.grpc;

import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.DatabaseException;

/** The part of {@link DatabaseFailures} that needs the reactive driver's types. */
final class DriverFailures {
  private DriverFailures() {}

  /** Returns whether an exception of the driver means that the database cannot be reached. */
  static boolean isUnavailable(Throwable link) {
    return switch (link) {
      case ClosedConnectionException _ -> true;
      case DatabaseException refused -> DatabaseFailures.isUnavailable(refused.getSqlState());
      default -> false;
    };
  }
}
