package dev.clade.runtime.telemetry;

import com.google.errorprone.annotations.MustBeClosed;
import dev.clade.runtime.client.CallDurations;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.Status;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** A call whose end is recorded, once. */
final class RecordedCall<Q, R> extends SimpleForwardingServerCall<Q, R> {
  private final long start = System.nanoTime();
  private final AtomicBoolean ended = new AtomicBoolean();
  private final Context context;
  private final Scope attached;
  private final CallDurations durations;

  /**
   * Creates a call that has begun.
   *
   * @param attached ends the context's being the call's; closed when the call ends
   */
  RecordedCall(ServerCall<Q, R> call, Context context, Scope attached, CallDurations durations) {
    super(call);
    this.attached = attached;
    this.context = context;
    this.durations = durations;
  }

  @Override
  public void close(Status status, Metadata trailers) {
    ended(status);
    super.close(status, trailers);
  }

  /** Records how the call ended, unless it had ended before. */
  void ended(Status status) {
    if (!ended.compareAndSet(false, true)) {
      return;
    }
    // Current, so that the histogram's bucket keeps the trace as an example.
    try (Scope scope = enter()) {
      durations.ended(
          getMethodDescriptor().getFullMethodName(),
          status.getCode(),
          Duration.ofNanos(System.nanoTime() - start));
    }
    attached.close();
    Span span = Span.fromContext(context);
    span.setAttribute("rpc.response.status_code", status.getCode().name());
    if (isFault(status.getCode())) {
      span.setAttribute("error.type", status.getCode().name());
      span.setStatus(StatusCode.ERROR);
    }
    span.end();
  }

  @MustBeClosed
  private Scope enter() {
    return Span.fromContext(context).getSpanContext().isValid()
        ? context.makeCurrent()
        : Scope.noop();
  }

  /** By the conventions, what a caller did wrong is no error of the server. */
  private static boolean isFault(Status.Code code) {
    return switch (code) {
      case UNKNOWN, DEADLINE_EXCEEDED, UNIMPLEMENTED, INTERNAL, UNAVAILABLE, DATA_LOSS -> true;
      case OK,
          CANCELLED,
          INVALID_ARGUMENT,
          NOT_FOUND,
          ALREADY_EXISTS,
          PERMISSION_DENIED,
          RESOURCE_EXHAUSTED,
          FAILED_PRECONDITION,
          ABORTED,
          OUT_OF_RANGE,
          UNAUTHENTICATED ->
          false;
    };
  }
}
