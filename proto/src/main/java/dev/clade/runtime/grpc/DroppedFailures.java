package dev.clade.runtime.grpc;

import io.grpc.Status;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Logs failures that nobody waits for any more. An answer to a call that was given up and a wait
 * that ended twice are no errors of the service, and any caller can cause them.
 */
@Singleton
final class DroppedFailures {
  private static final Logger LOG = Logger.getLogger(DroppedFailures.class);

  void start(@Observes StartupEvent event) {
    Infrastructure.setDroppedExceptionHandler(DroppedFailures::log);
  }

  private static void log(Throwable failure) {
    if (isOrdinary(failure)) {
      LOG.debug("nobody waits for a failure any more", failure);
    } else {
      LOG.error("nobody waits for a failure any more", failure);
    }
  }

  static boolean isOrdinary(Throwable failure) {
    return failure instanceof TimeoutException
        || Status.fromThrowable(failure).getCode() == Status.Code.CANCELLED;
  }
}
