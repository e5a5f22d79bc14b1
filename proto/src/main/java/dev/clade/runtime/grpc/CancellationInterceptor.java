package dev.clade.runtime.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.quarkus.grpc.GlobalInterceptor;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Singleton;

/**
 * Tells handlers that their client has cancelled or is gone. Vert.x' gRPC server forgets to once it
 * has read the whole request (its issue 5562), so that streams without an end would run for ever;
 * the HTTP response underneath knows. So it does when the transport has answered by itself, as to a
 * message that is too large.
 */
@GlobalInterceptor
@Singleton
final class CancellationInterceptor implements ServerInterceptor, Prioritized {
  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Context context = Vertx.currentContext();
    RoutingContext http = context == null ? null : context.getLocal(RoutingContext.class.getName());
    if (http == null) {
      return next.startCall(call, headers);
    }
    EndingCall<Q, R> ending = new EndingCall<>(call, () -> {});
    ServerCall.Listener<Q> handler = next.startCall(ending, headers);
    http.addEndHandler(
        _ -> {
          if (ending.tryEnd()) {
            handler.onCancel();
          }
        });
    return handler;
  }

  /** Before all of Quarkus' own, since one of them puts off the start of the call. */
  @Override
  public int getPriority() {
    return Integer.MAX_VALUE;
  }
}
