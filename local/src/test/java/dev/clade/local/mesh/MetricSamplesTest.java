package dev.clade.local.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.runtime.telemetry.Metric;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetricSamplesTest {
  @Test
  void readsNumbersWithAndWithoutLabels() {
    MetricSamples samples =
        MetricSamples.parse(
            """
            # HELP clade_valuation_runs Runs by state
            # TYPE clade_valuation_runs gauge
            clade_valuation_runs{state="RUNNING"} 2.0
            clade_valuation_runs{state="SUCCEEDED",} 7.0
            clade_valuation_runs{state="FAILED"} 0.0
            clade_valuation_queue 1.2E3
            clade_lineage_lag_seconds NaN
            clade_ingest_records_total{source="files",outcome="created"} 3 # {trace_id="1"} 1.0
            clade_ingest_records_total{source="hub",outcome="created"} 4
            clade_ingest_records_total{source="hub",outcome="updated"} 5
            not a sample at all
            """
                .lines());
    assertThat(samples.of(Metric.QUEUE)).hasValue(1200);
    assertThat(samples.of(Metric.LAG)).isEmpty();
    assertThat(samples.of(Metric.FEED_HEAD)).isEmpty();
    assertThat(samples.sum("clade_ingest_records_total", "outcome=\"created\"")).isEqualTo(7);
    assertThat(samples.sum("clade_ingest_records_total", "outcome=\"failed\"")).isNaN();
    assertThat(samples.byLabel(Metric.RUNS)).isEqualTo(Map.of("RUNNING", 2.0, "SUCCEEDED", 7.0));
  }
}
