package dev.clade.valuation.worker.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The worker's spans join the trace of the call that created the run. */
class TraceTest {
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

  private final List<byte[]> exports = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  @BeforeEach
  void startCollector() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          try (InputStream body = exchange.getRequestBody()) {
            exports.add(body.readAllBytes());
          }
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stopCollector() {
    collector.stop(0);
  }

  @Test
  void evaluationsAndReportsAreInTheRunsTrace() throws Exception {
    try (FakeWorkerService service = FakeWorkerService.start(Duration.ofSeconds(30))) {
      service.add(
          Tasks.task(3, 0, 50).toBuilder()
              .setTraceparent("00-%s-b7ad6b7169203331-01".formatted(TRACE))
              .build());
      Map<String, String> environment =
          Map.of(
              "OTEL_EXPORTER_OTLP_ENDPOINT",
              "http://localhost:" + collector.getAddress().getPort(),
              "OTEL_EXPORTER_OTLP_COMPRESSION",
              "none");
      try (WorkerProcess worker =
          WorkerProcess.start(service.target(), "traced", environment, "--idle-exit", "1")) {
        assertThat(worker.exitStatus(Duration.ofSeconds(120))).isZero();
      }
      assertThat(service.traceparents()).anyMatch(header -> header.contains(TRACE));
    }
    assertThat(exports)
        .anyMatch(
            export ->
                text(export).contains("evaluate coalition")
                    && text(export).contains("clade.utility.neg_log_fid")
                    && text(export).contains("clade-valuation-worker")
                    && text(export).contains(text(HexFormat.of().parseHex(TRACE))));
  }

  private static String text(byte[] export) {
    return new String(export, StandardCharsets.ISO_8859_1);
  }
}
