package dev.clade.runtime.grpc;

import com.google.common.base.Throwables;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import org.jboss.logging.Logger;

/** Logs what callers are not told of failures, at the edges where these leave a server. */
public final class FailureLog {
  private static final Logger LOG = Logger.getLogger(FailureLog.class);

  private FailureLog() {}

  /** A fault of ours is an error with its stack; a missing neighbor a line; the rest is theirs. */
  public static void log(CladeException told) {
    if (told.reason() == Reason.INTERNAL) {
      LOG.error(told.getMessage(), told.getCause());
    } else if (told.reason().code() == io.grpc.Status.Code.UNAVAILABLE) {
      LOG.warnf("%s: %s (%s)", told.reason(), told.getMessage(), Throwables.getRootCause(told));
    } else {
      LOG.debug(told.getMessage(), told);
    }
  }
}
