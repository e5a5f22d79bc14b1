package dev.clade.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import dev.clade.ingest.v1.CatalogueServiceGrpc;
import dev.clade.ingest.v1.GetCatalogueStatsRequest;
import dev.clade.runtime.client.CladeChannel;
import dev.clade.runtime.testing.RedisTestResource;
import dev.clade.runtime.testing.ScrapedMetrics;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What callers can do to the number of series, and what a bucket keeps as its example. */
@QuarkusTest
@TestProfile(TracedProfile.class)
@QuarkusTestResource(value = RedisTestResource.class, restrictToAnnotatedClass = true)
final class MetricSeriesTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final int HOSTILE = 150;

  /** A call may end in a way that none had ended in before. */
  private static final int MOST_MORE = 10;

  @TestHTTPResource URI server;
  @Inject OpenTelemetry telemetry;

  @Test
  void callersCannotMakeSeries() throws Exception {
    ManagedChannel channel =
        CladeChannel.open(server.getAuthority(), Duration.ofSeconds(5), OpenTelemetry.noop());
    try {
      hostile(channel, 0);
      hostile(channel, 1);
      long before = scrape().series();
      for (int i = 2; i <= HOSTILE; i++) {
        hostile(channel, i);
      }
      ScrapedMetrics after = scrape();
      assertThat(after.series())
          .as("series after %d hostile calls", HOSTILE)
          .isLessThan(before + MOST_MORE);
      assertThat(after.text())
          .contains("rpc_server_call_duration_seconds_count{rpc_method=\"_OTHER\"")
          .doesNotContain("Made1Up", "made-1-up", "MADE1UP");
    } finally {
      channel.shutdownNow();
    }
  }

  @Test
  void aBucketKeepsATraceForAnExample() throws Exception {
    ManagedChannel channel =
        CladeChannel.open(server.getAuthority(), Duration.ofSeconds(5), telemetry);
    try {
      Span root = telemetry.getTracer("test").spanBuilder("a client's own").startSpan();
      try (Scope scope = root.makeCurrent()) {
        CatalogueServiceGrpc.newBlockingStub(channel)
            .getCatalogueStats(GetCatalogueStatsRequest.getDefaultInstance());
      }
      root.end();
      assertThat(scrape().text())
          .containsPattern(
              "rpc_server_call_duration_seconds_bucket\\{rpc_method=\"clade[^\"]*\",[^}]*} [0-9.]+"
                  + " # \\{span_id=\"[0-9a-f]{16}\",trace_id=\"[0-9a-f]{32}\"}");
    } finally {
      channel.shutdownNow();
    }
  }

  private void hostile(ManagedChannel channel, int number) throws Exception {
    MethodDescriptor<Empty, Empty> method =
        MethodDescriptor.<Empty, Empty>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(
                number % 2 == 0
                    ? "clade.ingest.v1.CatalogueService/Made%dUp".formatted(number)
                    : "other.v%d.Made%dUp/Call".formatted(number, number))
            .setRequestMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
            .setResponseMarshaller(ProtoUtils.marshaller(Empty.getDefaultInstance()))
            .build();
    assertThatThrownBy(
        () ->
            ClientCalls.blockingUnaryCall(
                channel, method, CallOptions.DEFAULT, Empty.getDefaultInstance()));
    http("GET", "/made-%d-up".formatted(number));
    http("GET", "/q/made-%d-up".formatted(number));
    http("MADE%dUP".formatted(number), "/q/metrics");
    http("POST", "/clade.made-%d-up".formatted(number));
  }

  private void http(String method, String path) throws Exception {
    var _ =
        CLIENT.send(
            HttpRequest.newBuilder(server.resolve(path))
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.discarding());
  }

  private ScrapedMetrics scrape() throws Exception {
    return ScrapedMetrics.of(server);
  }
}
