package dev.clade.runtime.client;

import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.ForwardingClientCallListener.SimpleForwardingClientCallListener;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Records a client span a call, named by the full method, and sends its context along. The
 * attributes are those of OpenTelemetry's conventions for RPC since 1.39.
 */
final class ClientTracing implements ClientInterceptor {
  private final Tracer tracer;
  private final TextMapPropagator propagator;
  private final CallDurations durations;

  ClientTracing(OpenTelemetry telemetry, CallDurations durations) {
    this.durations = durations;
    this.tracer = telemetry.getTracer("dev.clade.runtime.client");
    this.propagator = telemetry.getPropagators().getTextMapPropagator();
  }

  @Override
  public <Q, R> ClientCall<Q, R> interceptCall(
      MethodDescriptor<Q, R> method, CallOptions options, Channel next) {
    Context parent = Context.current();
    return new SimpleForwardingClientCall<>(next.newCall(method, options)) {
      @Override
      public void start(Listener<R> listener, Metadata headers) {
        Span span =
            tracer
                .spanBuilder(method.getFullMethodName())
                .setParent(parent)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("rpc.system.name", "grpc")
                .setAttribute("rpc.method", method.getFullMethodName())
                .startSpan();
        Context context = parent.with(span);
        propagator.inject(context, headers, ClientTracing::put);
        long start = System.nanoTime();
        super.start(
            new EndingListener<>(
                listener,
                context,
                code ->
                    durations.ended(
                        method.getFullMethodName(),
                        code,
                        Duration.ofNanos(System.nanoTime() - start))),
            headers);
      }
    };
  }

  private static void put(Metadata headers, String key, String value) {
    Metadata.Key<String> header = Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER);
    headers.removeAll(header);
    headers.put(header, value);
  }

  /** Ends the span with the call, however it ends: gRPC closes every call that was started. */
  private static final class EndingListener<R> extends SimpleForwardingClientCallListener<R> {
    private final Context context;
    private final Consumer<Status.Code> measure;

    EndingListener(
        ClientCall.Listener<R> listener, Context context, Consumer<Status.Code> measure) {
      super(listener);
      this.context = context;
      this.measure = measure;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
      // Current, so that a histogram's bucket keeps the trace as an example.
      try (Scope scope = context.makeCurrent()) {
        measure.accept(status.getCode());
      }
      Span span = Span.fromContext(context);
      span.setAttribute("rpc.response.status_code", status.getCode().name());
      if (!status.isOk()) {
        span.setAttribute("error.type", status.getCode().name());
        span.setStatus(StatusCode.ERROR);
      }
      span.end();
      super.onClose(status, trailers);
    }
  }
}
