package dev.clade.local.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.bench.Bench;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import dev.clade.local.system.TestMesh;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs the benches of load for a moment: what they measure there does not matter. */
final class LoadBenchesIT {
  private final StringWriter words = new StringWriter();

  @Test
  void everyCallOfEverySideIsAnsweredOnce() throws Exception {
    BenchResult result = run(new RpcBench(Duration.ofMillis(200)));

    assertThat(result.correct()).as(words.toString()).isTrue();
    assertThat(result.figures())
        .containsKeys(
            "graph_read_over_empty", "catalogue_read_over_empty", "loop_beside_questions_p99_ms");
    assertThat(words.toString().strip()).endsWith(result.holds() ? "holds" : "falls short");
  }

  @Test
  void mixedWorkIsDoneRightlyAndWhatServicesHoldIsKnown() throws Exception {
    BenchResult result = run(new SoakBench(Duration.ofSeconds(12)));

    assertThat(words.toString()).doesNotContain("FAILED");
    assertThat(result.figures()).containsKeys("minute_1_p99_ms");
    assertThat(result.figures().get("lineage_heap_mib")).isPositive();
    assertThat(result.figures().get("ingest_sockets")).isPositive();
    assertThat(result.figures().get("valuation_threads")).isPositive();
  }

  private BenchResult run(Bench bench) throws Exception {
    BenchOptions options =
        new BenchOptions(
            TestMesh.home(), Optional.empty(), Optional.of(1), 2_000, 1, Optional.of(1));
    return bench.run(options, new PrintWriter(words, true));
  }
}
