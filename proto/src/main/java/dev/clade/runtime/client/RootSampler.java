package dev.clade.runtime.client;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.Set;

/**
 * Leaves out traces that would begin with nobody's wish: questions that a process asks again and
 * again by itself, to the database or to another service, and calls that only wait, for work or for
 * changes. They would bury the others. Everything else is for another sampler.
 */
public final class RootSampler implements Sampler {
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("rpc.method");
  private static final Set<String> WAITING =
      Set.of(
          "clade.ingest.v1.CatalogueService/StreamChanges",
          "clade.valuation.v1.WorkerService/LeaseEvaluation");

  private final Sampler others;

  /**
   * Creates a sampler.
   *
   * @param others decides about everything else
   */
  public RootSampler(Sampler others) {
    this.others = others;
  }

  @Override
  public SamplingResult shouldSample(
      Context parent,
      String traceId,
      String name,
      SpanKind kind,
      Attributes attributes,
      List<LinkData> links) {
    boolean isRoot = !Span.fromContext(parent).getSpanContext().isValid();
    String method = attributes.get(METHOD);
    return isRoot && (kind == SpanKind.CLIENT || method != null && WAITING.contains(method))
        ? SamplingResult.drop()
        : others.shouldSample(parent, traceId, name, kind, attributes, links);
  }

  @Override
  public String getDescription() {
    return "RootSampler{" + others.getDescription() + "}";
  }
}
