package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.mesh.MetricSamples;
import dev.clade.local.mesh.Service;
import dev.clade.local.mesh.ServiceProbe;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class StatusViewTest {
  @Test
  void tellsWhatIsWrongAndWhatWaits() {
    ServiceStatus ingest =
        status(
            Service.INGEST,
            ServiceProbe.State.READY,
            List.of(),
            """
            clade_build_info{version="1.2"} 1.0
            process_uptime_seconds 93784.5
            clade_cache_available 0.0
            clade_ingest_feed_age_seconds 61.0
            clade_ingest_imports{state="RUNNING"} 1.0
            """);
    ServiceStatus lineage =
        status(
            Service.LINEAGE,
            ServiceProbe.State.NOT_READY,
            List.of(new ServiceProbe.Check("graph", false, Map.of("applied_sequence", "0"))),
            "clade_lineage_lag_seconds 3.5\n");
    ServiceStatus valuation =
        status(
            Service.VALUATION,
            ServiceProbe.State.READY,
            List.of(),
            """
            clade_valuation_runs{state="PENDING"} 1.0
            clade_valuation_runs_pending{reason="NO_WORKERS"} 1.0
            clade_valuation_queue 64.0
            clade_valuation_leases 2.0
            clade_valuation_queue_age_seconds 12.0
            """);
    assertThat(StatusView.render(List.of(ingest, lineage, valuation)))
        .isEqualTo(
            """
            service    state      up for   version  address  position
            ingest     ready      1 d 2 h  1.2      a:1      here
            lineage    not ready  -        -        a:1      here
            valuation  ready      -        -        a:1      here
            ingest: Redis does not answer; slower
            feed: latest change 1 min 1 s ago
            imports: 1 running
            lineage: not ready: graph: applied_sequence 0
            graph: behind the feed for 3 s
            runs: 1 pending
            evaluations: 64 wait, 2 are leased; the oldest run without a worker waits for 12 s
            runs that get nothing done: 1 no workers
            """);
  }

  private static ServiceStatus status(
      Service service, ServiceProbe.State state, List<ServiceProbe.Check> checks, String metrics) {
    Stream<String> lines = metrics.lines();
    return ServiceStatus.of(
        service,
        "a:1",
        new ServiceProbe.Finding(state, checks, MetricSamples.parse(lines)),
        "here");
  }
}
