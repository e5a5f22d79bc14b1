package dev.clade.runtime.telemetry;

import com.google.errorprone.annotations.MustBeClosed;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.MDC;

/**
 * Work on threads of a server's own, behind the call that asked for it. Its span has the call for a
 * parent, however much later it begins and wherever: who asked wants to see all of it in one trace.
 */
@Singleton
public final class BackgroundWork {
  private final Tracer tracer;

  @Inject
  BackgroundWork(Recorder recorder) {
    this(recorder.telemetry());
  }

  /** Creates work that is recorded with what is given. */
  public BackgroundWork(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("dev.clade.runtime.telemetry");
  }

  /**
   * Begins a piece of work of the current thread; closing it ends the work.
   *
   * @param kind of its span
   * @param traceparent of the call that asked for it; may be empty
   * @param requestId of that call; may be empty
   */
  public Work begin(SpanKinds kind, String traceparent, String requestId) {
    return new Work(
        tracer.spanBuilder(kind.span()).setParent(TraceParent.context(traceparent)), requestId);
  }

  /**
   * Begins a piece of work that several calls may have asked for: a trace of its own.
   *
   * @param cause place in another trace to link to; may be empty
   */
  public Work beginLinked(SpanKinds kind, String cause) {
    SpanBuilder span = tracer.spanBuilder(kind.span()).setNoParent();
    SpanContext linked = Span.fromContext(TraceParent.context(cause)).getSpanContext();
    if (linked.isValid()) {
      span.addLink(linked);
    }
    return new Work(span, "");
  }

  /** A piece of work. To be closed on the thread that began it. */
  public static final class Work implements AutoCloseable {
    private final Span span;
    private final boolean hasRequestId;

    private Work(SpanBuilder builder, String requestId) {
      span = builder.setSpanKind(SpanKind.CONSUMER).startSpan();
      hasRequestId = !requestId.isEmpty();
      if (hasRequestId) {
        MDC.put(LogField.REQUEST_ID.key(), requestId);
      }
    }

    /** Returns its span, to be told more. */
    public Span span() {
      return span;
    }

    /** Makes its span the current one, until the scope is closed. */
    @MustBeClosed
    public Scope enter() {
      return span.getSpanContext().isValid()
          ? Context.current().with(span).makeCurrent()
          : Scope.noop();
    }

    /** Says how it ended, in a word. */
    public void ended(String outcome) {
      span.setAttribute("clade.outcome", outcome);
    }

    /** Says that it failed. */
    public void failed(Throwable failure) {
      span.setAttribute("error.type", failure.getClass().getName());
      span.setStatus(StatusCode.ERROR);
    }

    @Override
    public void close() {
      if (hasRequestId) {
        MDC.remove(LogField.REQUEST_ID.key());
      }
      span.end();
    }
  }
}
