package dev.clade.valuation.worker.telemetry;

import dev.clade.runtime.client.RootSampler;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.List;
import java.util.Map;

/**
 * Spans of a worker. The standard environment variables of OpenTelemetry configure where they go;
 * without {@code OTEL_EXPORTER_OTLP_ENDPOINT} there are none.
 */
public final class Tracing {
  private static final String INSTRUMENTATION = "dev.clade.valuation.worker";
  private static final String ENDPOINT_VARIABLE = "OTEL_EXPORTER_OTLP_ENDPOINT";

  private final OpenTelemetry telemetry;

  private Tracing(OpenTelemetry telemetry) {
    this.telemetry = telemetry;
  }

  /** Starts tracing as the environment says; what is left to send is sent when the process ends. */
  public static Tracing fromEnvironment() {
    if (System.getenv(ENDPOINT_VARIABLE) == null) {
      return new Tracing(OpenTelemetry.noop());
    }
    Map<String, String> defaults =
        Map.of(
            "otel.service.name", "clade-valuation-worker",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");
    return new Tracing(
        AutoConfiguredOpenTelemetrySdk.builder()
            .addPropertiesSupplier(() -> defaults)
            .addSamplerCustomizer((sampler, _) -> new RootSampler(sampler))
            .build()
            .getOpenTelemetrySdk());
  }

  /** Returns what clients of other services are instrumented with. */
  public OpenTelemetry telemetry() {
    return telemetry;
  }

  /**
   * Starts the span of an evaluation; the caller ends it.
   *
   * @param traceparent W3C trace context that the span joins; empty for a trace of its own
   */
  public Span startEvaluation(String traceparent) {
    return telemetry
        .getTracer(INSTRUMENTATION)
        .spanBuilder("evaluate coalition")
        .setParent(
            W3CTraceContextPropagator.getInstance()
                .extract(Context.root(), traceparent, TraceparentGetter.INSTANCE))
        .setSpanKind(SpanKind.CONSUMER)
        .startSpan();
  }

  /** Reads a bare {@code traceparent}. */
  private enum TraceparentGetter implements TextMapGetter<String> {
    INSTANCE;

    private static final String FIELD = "traceparent";

    @Override
    public Iterable<String> keys(String carrier) {
      return List.of(FIELD);
    }

    @Override
    public String get(String carrier, String key) {
      return FIELD.equals(key) && carrier != null && !carrier.isEmpty() ? carrier : null;
    }
  }
}
