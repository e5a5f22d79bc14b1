package dev.clade.runtime.grpc;

import dev.clade.runtime.context.CallerContext;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.ErrorStatus;
import dev.clade.runtime.error.Reason;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.StatusRuntimeException;
import io.quarkus.grpc.GlobalInterceptor;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives handlers the client's deadline, which Quarkus' Vert.x transport leaves in a header. It is
 * the deadline of {@link Context#current}, so calls to other services inherit it; when it passes,
 * the call ends, and as when its client cancels, its context is cancelled with those calls, and so
 * is a stream. Quarkus lets the {@code Uni} of a unary call run on: a long computation asks its
 * context.
 */
@GlobalInterceptor
@Singleton
final class DeadlineInterceptor implements ServerInterceptor {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().name("call-deadlines").daemon().factory());

  /**
   * Quarkus' own timer would keep a call that has ended, with all that it had, until its deadline
   * passes.
   */
  DeadlineInterceptor() {
    timer.setRemoveOnCancelPolicy(true);
  }

  @PreDestroy
  void stop() {
    timer.shutdownNow();
  }

  /** Returns how many calls' deadlines are waited for. */
  int waiting() {
    return timer.getQueue().size();
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    Context.CancellableContext context =
        TimeoutHeader.read(headers)
            .map(this::withDeadline)
            .orElseGet(() -> Context.current().withCancellation());
    EndingCall<Q, R> ending = new EndingCall<>(call, () -> context.cancel(null));
    try {
      ServerCall.Listener<Q> listener =
          new CancellingListener<>(Contexts.interceptCall(context, ending, headers, next), context);
      context.addListener(
          ended -> {
            if (ended.cancellationCause() instanceof TimeoutException) {
              expire(ending, listener);
            }
          },
          CallerContext.current());
      return listener;
    } catch (RuntimeException e) {
      context.cancel(e);
      throw e;
    }
  }

  private Context.CancellableContext withDeadline(Duration timeout) {
    // Saturates: a header may ask for more nanoseconds than a long can hold.
    long nanos = TimeUnit.NANOSECONDS.convert(timeout);
    return Context.current().withDeadlineAfter(nanos, TimeUnit.NANOSECONDS, timer);
  }

  private static <Q, R> void expire(EndingCall<Q, R> call, ServerCall.Listener<Q> handler) {
    StatusRuntimeException told =
        ErrorStatus.toStatus(
            new CladeException(
                Reason.DEADLINE_EXCEEDED, "the call's deadline passed before its end", Map.of()));
    if (call.tryClose(told.getStatus(), told.getTrailers())) {
      handler.onCancel();
    }
  }

  /** Cancels the context of a call that its client has cancelled. */
  private static final class CancellingListener<Q> extends SimpleForwardingServerCallListener<Q> {
    private final Context.CancellableContext context;

    CancellingListener(ServerCall.Listener<Q> handler, Context.CancellableContext context) {
      super(handler);
      this.context = context;
    }

    @Override
    public void onCancel() {
      context.cancel(null);
      super.onCancel();
    }
  }
}
