package dev.clade.runtime.audit;

import dev.clade.runtime.access.CurrentCaller;
import dev.clade.runtime.access.MethodRoles;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.grpc.runtime.Interceptors;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Writes a line for each call that changes something, once it is known how the call ended. */
@GlobalInterceptor
@Singleton
final class AuditInterceptor implements ServerInterceptor, Prioritized {
  private final MethodRoles methods;

  @Inject
  AuditInterceptor(MethodRoles methods) {
    this.methods = methods;
  }

  /** Just outside of where thrown failures become statuses, which would pass it by otherwise. */
  @Override
  public int getPriority() {
    return Interceptors.EXCEPTION_HANDLER + 1;
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    if (!methods.changes(call.getMethodDescriptor())) {
      return next.startCall(call, headers);
    }
    AuditEntry entry = new AuditEntry(call.getMethodDescriptor().getFullMethodName());
    return new AuditedListener<>(
        Contexts.interceptCall(
            CurrentCaller.telling(entry::caller), new AuditedCall<>(call, entry), headers, next),
        entry);
  }

  /** Notes what the handler answers. */
  private static final class AuditedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
    private final AuditEntry entry;

    AuditedCall(ServerCall<Q, R> call, AuditEntry entry) {
      super(call);
      this.entry = entry;
    }

    @Override
    public void sendMessage(R message) {
      entry.answer(message);
      super.sendMessage(message);
    }

    @Override
    public void close(Status status, Metadata trailers) {
      entry.close(status, trailers);
      super.close(status, trailers);
    }
  }

  /** Notes what the client asks for, and when it hangs up. */
  private static final class AuditedListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final AuditEntry entry;

    AuditedListener(ServerCall.Listener<Q> handler, AuditEntry entry) {
      super(handler);
      this.entry = entry;
    }

    @Override
    public void onMessage(Q message) {
      entry.request(message);
      super.onMessage(message);
    }

    @Override
    public void onCancel() {
      super.onCancel();
      entry.close(Status.CANCELLED, new Metadata());
    }
  }
}
