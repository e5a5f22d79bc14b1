package dev.clade.local.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TraceReceiverTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final List<TraceSpan> spans = new CopyOnWriteArrayList<>();
  private final TraceReceiver receiver = TraceReceiver.start(spans::addAll);

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void spansArriveZippedOrNot() throws Exception {
    byte[] message = message().toByteArray();
    assertThat(send("/v1/traces", message, "identity")).isEqualTo(200);
    assertThat(send("/v1/traces", zip(message), "gzip")).isEqualTo(200);
    assertThat(spans)
        .hasSize(2)
        .allSatisfy(
            span ->
                assertThat(span)
                    .isEqualTo(
                        new TraceSpan(
                            Spans.TRACE,
                            "00f067aa0ba902b7",
                            "",
                            "clade-ingest",
                            "import",
                            "CONSUMER",
                            5,
                            9,
                            true,
                            Map.of("clade.outcome", "halted"),
                            List.of(new TraceSpan.Link(Spans.TRACE, "00f067aa0ba902b8")))));
  }

  @Test
  void whatIsNoMessageIsRefusedAndOtherSignalsAreForgotten() throws Exception {
    assertThat(send("/v1/traces", new byte[] {1, 2, 3}, "identity")).isEqualTo(400);
    assertThat(send("/v1/traces", new byte[] {1, 2, 3}, "gzip")).isEqualTo(400);
    assertThat(send("/v1/logs", new byte[] {1, 2, 3}, "identity")).isEqualTo(200);
    assertThat(send("/v1/metrics", new byte[] {}, "identity")).isEqualTo(200);
    assertThat(send("/other", new byte[] {}, "identity")).isEqualTo(404);
    assertThat(spans).isEmpty();
  }

  private int send(String path, byte[] body, String encoding) throws Exception {
    return CLIENT
        .send(
            HttpRequest.newBuilder(URI.create(receiver.endpoint() + path))
                .header("Content-Encoding", encoding)
                .POST(BodyPublishers.ofByteArray(body))
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private static byte[] zip(byte[] plain) throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(plain);
    }
    return zipped.toByteArray();
  }

  private static ExportTraceServiceRequest message() {
    Span span =
        Span.newBuilder()
            .setTraceId(bytes(Spans.TRACE))
            .setSpanId(bytes("00f067aa0ba902b7"))
            .setName("import")
            .setKind(Span.SpanKind.SPAN_KIND_CONSUMER)
            .setStartTimeUnixNano(5)
            .setEndTimeUnixNano(9)
            .setStatus(Status.newBuilder().setCode(Status.StatusCode.STATUS_CODE_ERROR))
            .addAttributes(text("clade.outcome", "halted"))
            .addLinks(
                Span.Link.newBuilder()
                    .setTraceId(bytes(Spans.TRACE))
                    .setSpanId(bytes("00f067aa0ba902b8")))
            .build();
    return ExportTraceServiceRequest.newBuilder()
        .addResourceSpans(
            ResourceSpans.newBuilder()
                .setResource(
                    Resource.newBuilder().addAttributes(text("service.name", "clade-ingest")))
                .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
        .build();
  }

  private static KeyValue text(String key, String value) {
    return KeyValue.newBuilder()
        .setKey(key)
        .setValue(AnyValue.newBuilder().setStringValue(value))
        .build();
  }

  private static ByteString bytes(String hex) {
    return ByteString.copyFrom(HexFormat.of().parseHex(hex));
  }
}
