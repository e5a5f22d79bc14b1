package dev.clade.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.system.TestMesh;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Runs the benches of the graph on a small hub: what they measure there does not matter. */
final class GraphBenchesIT {
  private final StringWriter words = new StringWriter();

  @Test
  void lineagesAreRightOnEverySide() throws Exception {
    BenchResult result = run(new LineageBench(Duration.ofMillis(200)));

    assertThat(result.correct()).as(words.toString()).isTrue();
    assertThat(result.figures())
        .containsKeys(
            "service_uniform_p99_ms",
            "service_by_degree_p99_ms",
            "own_walk_uniform_p99_ms",
            "jgrapht_sparse_uniform_p99_ms",
            "postgresql_uniform_p99_ms");
    assertThat(words.toString().strip()).endsWith(result.holds() ? "holds" : "falls short");
  }

  @Test
  void graphsHoldTheWholeHub() throws Exception {
    BenchResult result = run(new GraphMemoryBench());

    assertThat(result.correct()).as(words.toString()).isTrue();
    assertThat(result.figures())
        .containsKeys("own_graph_bytes", "jgrapht_sparse_bytes", "jgrapht_maps_bytes");
  }

  @Test
  void restartsAnswerRightly() throws Exception {
    BenchResult result = run(new ReloadBench());

    assertThat(result.figures()).containsKeys("with_file_seconds", "without_file_seconds");
    assertThat(words.toString()).doesNotContain("WRONG");
  }

  private BenchResult run(Bench bench) throws Exception {
    BenchOptions options =
        new BenchOptions(TestMesh.home(), Optional.empty(), Optional.of(1), 2_000, 1);
    return bench.run(options, new PrintWriter(words, true));
  }
}
