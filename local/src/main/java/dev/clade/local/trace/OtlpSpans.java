package dev.clade.local.trace;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads spans out of OTLP messages. */
final class OtlpSpans {
  private static final String KIND_PREFIX = "SPAN_KIND_";

  private OtlpSpans() {}

  static List<TraceSpan> read(ExportTraceServiceRequest request) {
    return request.getResourceSpansList().stream().flatMap(OtlpSpans::ofResource).toList();
  }

  private static Stream<TraceSpan> ofResource(ResourceSpans sent) {
    String service =
        attributes(sent.getResource().getAttributesList()).getOrDefault("service.name", "unknown");
    return sent.getScopeSpansList().stream()
        .flatMap(scope -> scope.getSpansList().stream())
        .map(span -> span(service, span));
  }

  private static TraceSpan span(String service, Span span) {
    return new TraceSpan(
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        service,
        span.getName(),
        span.getKind().name().replace(KIND_PREFIX, ""),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano(),
        span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR,
        attributes(span.getAttributesList()),
        span.getLinksList().stream()
            .map(link -> new TraceSpan.Link(hex(link.getTraceId()), hex(link.getSpanId())))
            .toList());
  }

  private static Map<String, String> attributes(List<KeyValue> pairs) {
    return pairs.stream()
        .collect(
            Collectors.toMap(
                KeyValue::getKey, pair -> text(pair.getValue()), (_, last) -> last, TreeMap::new));
  }

  private static String text(AnyValue value) {
    return switch (value.getValueCase()) {
      case STRING_VALUE -> value.getStringValue();
      case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
      case INT_VALUE -> Long.toString(value.getIntValue());
      case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
      case ARRAY_VALUE ->
          value.getArrayValue().getValuesList().stream()
              .map(OtlpSpans::text)
              .collect(Collectors.joining(", "));
      case KVLIST_VALUE -> attributes(value.getKvlistValue().getValuesList()).toString();
      case BYTES_VALUE -> hex(value.getBytesValue());
      case VALUE_NOT_SET -> "";
    };
  }

  private static String hex(ByteString bytes) {
    return HexFormat.of().formatHex(bytes.toByteArray());
  }
}
