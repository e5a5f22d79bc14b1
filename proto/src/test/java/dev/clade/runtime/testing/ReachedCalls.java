package dev.clade.runtime.testing;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import jakarta.enterprise.inject.spi.Prioritized;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Notes which calls have reached their handlers, of those that name themselves. A server's tests
 * have a bean of a subclass, as a global interceptor.
 */
public abstract class ReachedCalls implements ServerInterceptor, Prioritized {
  /** The header by which a call names itself. */
  public static final Metadata.Key<String> CALL =
      Metadata.Key.of("x-clade-test-call", Metadata.ASCII_STRING_MARSHALLER);

  /** Behind every interceptor of the server. */
  private static final int LAST = Integer.MIN_VALUE;

  private final Set<String> reached = ConcurrentHashMap.newKeySet();

  /** Returns whether a call has reached its handler. */
  public boolean contains(String call) {
    return reached.contains(call);
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    String name = headers.get(CALL);
    if (name != null) {
      reached.add(name);
    }
    return next.startCall(call, headers);
  }

  @Override
  public int getPriority() {
    return LAST;
  }
}
