package dev.clade.local.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.local.bench.BenchOptions;
import dev.clade.local.bench.BenchResult;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetworkBenchTest {
  /** Held against a plainer count, and against networkx where that is installed. */
  @Test
  void theReportIsRight() throws Exception {
    StringWriter words = new StringWriter();
    BenchOptions options =
        new BenchOptions(Path.of(""), Optional.empty(), Optional.of(2), 1_000, 1);

    BenchResult result = new NetworkBench(3_000).run(options, new PrintWriter(words, true));

    assertThat(result.correct()).as(words.toString()).isTrue();
    assertThat(words.toString().strip()).endsWith(result.holds() ? "holds" : "falls short");
  }

  @Test
  void commitsAreTheSameAtEachReading() {
    List<History> first = new ArrayList<>();
    List<History> second = new ArrayList<>();
    DrawnCommits drawn = new DrawnCommits(1_000, 7);
    drawn.readCommits(ArtifactKind.MODEL, first::add);
    drawn.readCommits(ArtifactKind.MODEL, second::add);
    assertThat(second).isEqualTo(first);
    assertThat(first.stream().mapToInt(each -> each.commits().size()).sum())
        .isGreaterThanOrEqualTo(1_000);
    drawn.readCommits(ArtifactKind.SPACE, first::add);
    assertThat(first).hasSameSizeAs(second);
  }
}
