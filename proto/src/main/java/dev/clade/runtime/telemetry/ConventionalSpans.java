package dev.clade.runtime.telemetry;

import dev.clade.runtime.client.RootSampler;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkus.arc.All;
import io.quarkus.opentelemetry.runtime.AutoConfiguredOpenTelemetrySdkBuilderCustomizer;
import io.quarkus.opentelemetry.runtime.exporter.otlp.tracing.RemoveableLateBoundSpanProcessor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Leaves out what nobody asked for, and hands ended spans to what sends them under conventional
 * names. It takes the place of Quarkus' own customizer of span processors, which is excluded, since
 * a processor cannot be wrapped once it is added.
 */
@Singleton
final class ConventionalSpans implements AutoConfiguredOpenTelemetrySdkBuilderCustomizer {
  private final List<SpanProcessor> processors;

  @Inject
  ConventionalSpans(@All List<SpanProcessor> processors) {
    this.processors = processors;
  }

  @Override
  public void customize(AutoConfiguredOpenTelemetrySdkBuilder builder) {
    builder.addSamplerCustomizer((sampler, _) -> new RootSampler(sampler));
    builder.addTracerProviderCustomizer(
        (provider, _) -> {
          processors.stream()
              .filter(processor -> !(processor instanceof RemoveableLateBoundSpanProcessor))
              .forEach(processor -> provider.addSpanProcessor(new Renaming(processor)));
          return provider;
        });
  }

  /** Gives its processor each ended span with conventional names. */
  private record Renaming(SpanProcessor next) implements SpanProcessor {
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
      next.onStart(parent, span);
    }

    @Override
    public boolean isStartRequired() {
      return next.isStartRequired();
    }

    @Override
    public void onEnd(ReadableSpan span) {
      next.onEnd(ConventionalSpan.of(span));
    }

    @Override
    public boolean isEndRequired() {
      return next.isEndRequired();
    }

    @Override
    public CompletableResultCode shutdown() {
      return next.shutdown();
    }

    @Override
    public CompletableResultCode forceFlush() {
      return next.forceFlush();
    }
  }
}
