package dev.clade.runtime.telemetry;

import dev.clade.runtime.client.CallDurations;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.grpc.GlobalInterceptor;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.spi.Prioritized;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Records a span and a duration for each call, whatever ends it. The span is current for the whole
 * call, also behind asynchronous steps: its context stays with the Vert.x context of the call until
 * the call ends.
 */
@GlobalInterceptor
@Singleton
final class ServerTelemetry implements ServerInterceptor, Prioritized {
  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final CallDurations durations;

  @Inject
  ServerTelemetry(Recorder recorder, CallMeters meters) {
    OpenTelemetry telemetry = recorder.telemetry();
    this.tracer = telemetry.getTracer("dev.clade.runtime.telemetry");
    this.propagator = telemetry.getPropagators().getTextMapPropagator();
    this.durations = meters.server();
  }

  @Override
  public <Q, R> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
    UnknownMethods.seen();
    String method = call.getMethodDescriptor().getFullMethodName();
    // Not the current context: that of the HTTP request is not recorded.
    Context parent = propagator.extract(Context.root(), headers, HeaderGetter.INSTANCE);
    Span span =
        tracer
            .spanBuilder(method)
            .setParent(parent)
            .setSpanKind(SpanKind.SERVER)
            .setAttribute("rpc.system.name", "grpc")
            .setAttribute("rpc.method", method)
            .startSpan();
    Context context = parent.with(span);
    RecordedCall<Q, R> recorded = new RecordedCall<>(call, context, attach(context), durations);
    try {
      return new RecordedListener<>(next.startCall(recorded, headers), recorded);
    } catch (RuntimeException e) {
      recorded.ended(io.grpc.Status.UNKNOWN);
      throw e;
    }
  }

  /** Makes a context the current one of the call, on whichever thread it goes on. */
  private static Scope attach(Context context) {
    return VertxContext.isOnDuplicatedContext() && Span.fromContext(context).isRecording()
        ? QuarkusContextStorage.INSTANCE.attach(Vertx.currentContext(), context)
        : Scope.noop();
  }

  /** Around everything that can end a call, but for what hears that the client is gone. */
  @Override
  public int getPriority() {
    return Integer.MAX_VALUE - 1;
  }
}
