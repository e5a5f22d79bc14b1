package dev.clade.local.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Records commands as the roots of traces. */
public final class Tracing {
  private Tracing() {}

  /**
   * Runs a command inside of a root span, and sends everything out before it returns.
   *
   * @param name name of the span, such as {@code clade import}
   * @param endpoint base address of an OTLP/HTTP receiver
   * @param traceId told the identifier of the trace when the command has ended
   * @param command returns its exit code; takes what its calls are to be recorded with
   */
  public static int record(
      String name,
      String endpoint,
      Consumer<String> traceId,
      ToIntFunction<OpenTelemetry> command) {
    try (OpenTelemetrySdk telemetry = telemetry(endpoint)) {
      Span root = telemetry.getTracer("dev.clade.local").spanBuilder(name).startSpan();
      try (Scope scope = root.makeCurrent()) {
        int exitCode = command.applyAsInt(telemetry);
        root.setAttribute("process.exit.code", exitCode);
        return exitCode;
      } catch (RuntimeException e) {
        root.setStatus(StatusCode.ERROR);
        throw e;
      } finally {
        root.end();
        traceId.accept(root.getSpanContext().getTraceId());
      }
    }
  }

  private static OpenTelemetrySdk telemetry(String endpoint) {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .addPropertiesSupplier(
            () ->
                Map.of(
                    "otel.service.name", "clade",
                    "otel.exporter.otlp.protocol", "http/protobuf",
                    "otel.metrics.exporter", "none",
                    "otel.logs.exporter", "none"))
        .addPropertiesCustomizer(properties -> Map.of("otel.exporter.otlp.endpoint", endpoint))
        .disableShutdownHook()
        .build()
        .getOpenTelemetrySdk();
  }
}
