package dev.clade.runtime.grpc;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * The last place a failure passes before it leaves a server: logs what the client is not told, and
 * answers with the status of {@link ErrorStatus}. Quarkus asks it about failures that are emitted
 * (by {@link #transform}) and about ones that are thrown (by a handler a call).
 */
@Singleton
final class ErrorEdge implements ExceptionHandlerProvider {
  private static final Logger LOG = Logger.getLogger(ErrorEdge.class);

  @Override
  public StatusRuntimeException transform(Throwable failure) {
    CladeException told = FailureTranslator.translate(failure);
    log(told);
    return ErrorStatus.toStatus(told);
  }

  @Override
  public <Q, R> ExceptionHandler<Q, R> createHandler(
      ServerCall.Listener<Q> listener, ServerCall<Q, R> call, Metadata headers) {
    return new ExceptionHandler<>(listener, call, headers) {
      @Override
      protected void handleException(
          Throwable failure, ServerCall<Q, R> failed, Metadata requestHeaders) {
        StatusRuntimeException status = transform(failure);
        failed.close(status.getStatus(), status.getTrailers());
      }
    };
  }

  /** A fault of ours is an error with its stack; a missing neighbor a line; the rest is theirs. */
  private static void log(CladeException told) {
    if (told.reason() == Reason.INTERNAL) {
      LOG.error(told.getMessage(), told.getCause());
    } else if (told.reason().code() == io.grpc.Status.Code.UNAVAILABLE) {
      LOG.warnf("%s: %s (%s)", told.reason(), told.getMessage(), told.getCause());
    } else {
      LOG.debug(told.getMessage(), told);
    }
  }
}
