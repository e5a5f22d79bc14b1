package dev.clade.runtime.telemetry;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Bounds the labels of Quarkus' HTTP metrics: a caller may invent methods, and paths, which Quarkus
 * takes for a page's where gRPC answers them. What is no method and no page of ours has one name.
 */
@Singleton
final class BoundedLabels implements MeterFilter {
  private static final String METHOD = "method";
  private static final String URI = "uri";
  private static final Set<String> NO_PAGES = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");

  @Override
  public Meter.Id map(Meter.Id id) {
    if (!id.getName().startsWith("http.server.")) {
      return id;
    }
    String method = id.getTag(METHOD);
    String uri = id.getTag(URI);
    Meter.Id bounded = id;
    if (method != null && !METHODS.contains(method)) {
      bounded = bounded.withTag(Tag.of(METHOD, UnknownMethods.OTHER));
    }
    if (uri != null && !isKnown(uri)) {
      bounded = bounded.withTag(Tag.of(URI, UnknownMethods.OTHER));
    }
    return bounded;
  }

  /** Pages have names in braces for what differs, or are Quarkus' own. */
  private static boolean isKnown(String uri) {
    return NO_PAGES.contains(uri) || uri.contains("{") || uri.startsWith("/q/");
  }
}
