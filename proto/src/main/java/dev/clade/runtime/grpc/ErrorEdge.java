package dev.clade.runtime.grpc;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.ExceptionHandler;
import io.quarkus.grpc.ExceptionHandlerProvider;
import jakarta.inject.Singleton;

/**
 * The last place a failure passes before it leaves a server: logs what the client is not told, and
 * answers with the status of {@link ErrorStatus}. Quarkus asks it about failures that are emitted
 * (by {@link #transform}) and about ones that are thrown (by a handler a call).
 */
@Singleton
final class ErrorEdge implements ExceptionHandlerProvider {
  @Override
  public StatusRuntimeException transform(Throwable failure) {
    CladeException told = FailureTranslator.translate(failure);
    FailureLog.log(told);
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
}
