package dev.clade.lineage.ecosystem.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.commit.Contributions;
import dev.clade.lineage.ecosystem.network.coreperiphery.CoreSignificance;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;

class NetworkReportTest {
  /** Sampled betweenness, rewirings and communities, all that depends on a seed. */
  private static final NetworkParameters SAMPLED = new NetworkParameters(50_000, 9, 7);

  @Test
  void threadsChangeNothing() throws Exception {
    Contributions contributions = Contributions.of(Networks.commits(600, 200, 1));
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4)) {
      NetworkReport single = one.submit(() -> NetworkReport.of(contributions, SAMPLED)).get();
      NetworkReport parallel = four.submit(() -> NetworkReport.of(contributions, SAMPLED)).get();
      assertThat(single.positions().betweenness().isExact()).isFalse();
      assertThat(parallel).usingRecursiveComparison().isEqualTo(single);
    }
  }

  @Test
  void whereEverybodyWorksAloneNothingIsDefined() {
    CommitTable alone =
        new CommitTable.Builder().add("r", List.of("ada")).add("s", List.of("bob")).build();
    NetworkReport report = NetworkReport.of(Contributions.of(alone), SAMPLED);
    assertThat(report.size().isolateShare()).isEqualTo(1);
    assertThat(report.structure().reciprocity()).isNaN();
    assertThat(report.structure().reciprocityWithLoops()).isZero();
    assertThat(report.structure().clustering().mean()).isNaN();
    assertThat(report.structure().largestCoreNumber()).isZero();
    assertThat(report.reciprocityByPosition().inDegree()).isNaN();
    assertThat(report.coreSignificance()).isEqualTo(new CoreSignificance(9, 1, 1));
    assertThat(report.leiden().count()).isZero();
  }

  @Test
  void withoutCommitsThereIsNobody() {
    CommitTable empty = new CommitTable.Builder().addRepository("r").build();
    NetworkReport report = NetworkReport.of(Contributions.of(empty), SAMPLED);
    assertThat(report.size().nodes()).isZero();
    assertThat(report.repositories().withoutCommits()).isEqualTo(1);
    assertThat(report.repositories().singleContributorShare()).isNaN();
  }
}
