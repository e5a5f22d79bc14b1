package dev.clade.runtime.grpc;

import dev.clade.runtime.error.ErrorStatus;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.inject.Singleton;

/**
 * Gives a reason to the refusal of methods that a service leaves to generated code, such as some of
 * {@code google.longrunning.Operations}: of itself it has none.
 */
@GlobalInterceptor
@Singleton
final class UnimplementedMethods implements ServerInterceptor {
  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    return next.startCall(
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            if (status.getCode() == Status.Code.UNIMPLEMENTED && trailers.keys().isEmpty()) {
              StatusRuntimeException told =
                  ErrorStatus.toStatus(FailureTranslator.translate(status.asRuntimeException()));
              super.close(told.getStatus(), told.getTrailers());
            } else {
              super.close(status, trailers);
            }
          }
        },
        headers);
  }
}
