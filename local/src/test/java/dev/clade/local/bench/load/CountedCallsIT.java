package dev.clade.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.bench.HubService;
import dev.clade.local.bench.hub.GeneratedHub;
import dev.clade.local.bench.hub.Hub;
import dev.clade.local.client.Address;
import dev.clade.local.system.TestMesh;
import dev.clade.runtime.client.ChannelSecurity;
import dev.clade.runtime.client.CladeChannel;
import io.grpc.ManagedChannel;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Many unary calls to the server of a graph, each about another artifact: {@code
 * -Dclade.calls=1000000} asks as many. Claim: none is lost, none answered twice or wrongly, and the
 * server worked on each once.
 */
final class CountedCallsIT {
  private static final int CALLS = Integer.getInteger("clade.calls", 20_000);
  private static final int CONNECTIONS = 4;
  private static final int IN_FLIGHT = 64;

  /** A generated hub has at least one artifact a model, and a thousand models. */
  private static final int LEAST_MODELS = 1_000;

  @Test
  void everyCallIsAnsweredOnceAndWorkedOnOnce() throws Exception {
    Hub hub = GeneratedHub.of(Math.max(LEAST_MODELS, CALLS), 1);
    try (HubService service = new HubService(TestMesh.home(), hub, hub.count())) {
      Address address = service.mesh().mesh().endpoints().lineage();
      List<ManagedChannel> connections =
          Stream.generate(() -> open(address)).limit(CONNECTIONS).toList();
      try {
        Tally tally =
            new CountedCalls<>(
                    Questions.lineage(number -> Names.of(hub, number)), connections, IN_FLIGHT)
                .run(number -> number < CALLS);

        System.out.printf(
            "%s; %,.0f calls/s, p50 %.2f, p99 %.2f, max %.1f ms%n",
            tally,
            tally.rate(),
            tally.latencies().median(),
            tally.latencies().p99(),
            tally.latencies().most());
        assertThat(tally.asked()).isEqualTo(CALLS);
        assertThat(tally.right()).as(tally.toString()).isEqualTo(CALLS);
        assertThat(ServedCalls.lineages(address)).isEqualTo(CALLS);
      } finally {
        connections.forEach(ManagedChannel::shutdownNow);
      }
    }
  }

  private static ManagedChannel open(Address address) {
    return CladeChannel.open(
        address.toString(), Duration.ofSeconds(30), ChannelSecurity.NONE, OpenTelemetry.noop());
  }
}
