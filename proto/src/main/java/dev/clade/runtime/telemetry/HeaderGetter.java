package dev.clade.runtime.telemetry;

import io.grpc.Metadata;
import io.opentelemetry.context.propagation.TextMapGetter;

/** Reads a call's headers. */
enum HeaderGetter implements TextMapGetter<Metadata> {
  /** The only one. */
  INSTANCE;

  @Override
  public Iterable<String> keys(Metadata headers) {
    return headers.keys();
  }

  @Override
  public String get(Metadata headers, String key) {
    return headers == null
        ? null
        : headers.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER));
  }
}
