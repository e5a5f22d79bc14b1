package dev.clade.runtime.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.InstrumentationLibraryInfo;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.data.SpanData;

/** An ended span of a database client, which is read with conventional names. */
final class ConventionalSpan implements ReadableSpan {
  private static final AttributeKey<String> OLD_SYSTEM = AttributeKey.stringKey("db.system");

  private final ReadableSpan span;

  private ConventionalSpan(ReadableSpan span) {
    this.span = span;
  }

  /** Returns the span, or in its place what gives it conventional names. */
  static ReadableSpan of(ReadableSpan span) {
    return span.getAttribute(OLD_SYSTEM) == null ? span : new ConventionalSpan(span);
  }

  /** Renames where the span is read, which is off the call's path. */
  @Override
  public SpanData toSpanData() {
    return new DatabaseSpan(span.toSpanData());
  }

  @Override
  public SpanContext getSpanContext() {
    return span.getSpanContext();
  }

  @Override
  public SpanContext getParentSpanContext() {
    return span.getParentSpanContext();
  }

  @Override
  public String getName() {
    return span.getName();
  }

  @Override
  @Deprecated
  public InstrumentationLibraryInfo getInstrumentationLibraryInfo() {
    return span.getInstrumentationLibraryInfo();
  }

  @Override
  public boolean hasEnded() {
    return span.hasEnded();
  }

  @Override
  public long getLatencyNanos() {
    return span.getLatencyNanos();
  }

  @Override
  public SpanKind getKind() {
    return span.getKind();
  }

  @Override
  public <T> T getAttribute(AttributeKey<T> key) {
    return span.getAttribute(key);
  }
}
