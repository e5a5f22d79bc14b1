package dev.clade.lineage.ecosystem.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.network.commit.AutomatedAccounts;
import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.commit.Contributions;
import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.Neighbors;
import dev.clade.lineage.ecosystem.network.graph.TiedNodes;
import dev.clade.lineage.ecosystem.network.structure.Density;
import dev.clade.lineage.ecosystem.network.structure.NetworkSize;
import dev.clade.lineage.ecosystem.network.structure.Reciprocity;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rule that ties authors, on the example that was worked by hand. */
class CollaborationGraphTest {
  @Test
  void firstAuthorsAreTiedToAllContributors() {
    Contributions contributions = Contributions.of(Example.COMMITS);
    DirectedGraph graph = CollaborationGraph.of(contributions);
    assertThat(edges(contributions, graph))
        .containsExactly("a→a 2", "a→b 3", "a→c 3", "b→a 1", "b→c 1", "d→d 5", "e→f 1", "f→e 1");
    assertThat(graph.in().strength(2)).isEqualTo(4);
    TiedNodes tied = TiedNodes.of(graph);
    NetworkSize size = NetworkSize.of(graph, tied);
    assertThat(size).isEqualTo(new NetworkSize(6, 6, 2, 1, 6 / 30.0));
    assertThat(size.isolateShare()).isCloseTo(1 / 6.0, within(1e-15));
    assertThat(tied.graph().nodeCount()).isEqualTo(5);
    assertThat(contributions.author(tied.inWhole(4))).isEqualTo("f");
    assertThat(Density.directed(tied.graph())).isCloseTo(.30, within(1e-15));
    assertThat(Reciprocity.withoutLoops(graph)).isCloseTo(4 / 6.0, within(1e-15));
    assertThat(Reciprocity.loopsAsUnreturned(graph)).isCloseTo(4 / 8.0, within(1e-15));
    assertThat(Reciprocity.ofNode(graph, 0)).isCloseTo(2 / 3.0, within(1e-15));
    assertThat(Reciprocity.ofNode(graph, 3)).isNaN();
  }

  @Test
  void repositoriesAreCountedByContributors() {
    CommitTable commits =
        new CommitTable.Builder()
            .addRepository("empty")
            .add("org/one", List.of("system"))
            .add("org/one", List.of("ada"))
            .add("org/bots", List.of("SFconvertbot"))
            .add("org/unknown", List.of())
            .add("two", List.of("ada", "bob"))
            .build();
    AutomatedAccounts accounts = AutomatedAccounts.shipped();
    Contributions people =
        Contributions.of(commits, any -> true, author -> !accounts.contains(author));
    assertThat(Contributions.of(commits).counts()).hasToString(counts(5, 1, 3, 1));
    assertThat(people.counts()).hasToString(counts(5, 1, 2, 1));
    assertThat(people.counts().singleContributorShare()).isEqualTo(.5);
    assertThat(edges(people, CollaborationGraph.of(people)))
        .containsExactly("ada→ada 1", "ada→bob 1");
    Contributions one = Contributions.of(commits, repository -> repository == 1, any -> true);
    assertThat(one.counts()).hasToString(counts(1, 0, 1, 0));
    assertThat(one.repository(0)).isEqualTo(1);
  }

  @Test
  void theFirstAuthorIsTheFirstWhoCounts() {
    CommitTable commits =
        new CommitTable.Builder()
            .add("r", List.of("SFconvertbot", "bob"))
            .add("r", List.of("ada"))
            .build();
    Contributions people =
        Contributions.of(commits, any -> true, author -> !author.equals("SFconvertbot"));
    assertThat(edges(people, CollaborationGraph.of(people)))
        .containsExactly("ada→bob 1", "bob→ada 1");
  }

  @Test
  void commitsOfARepositoryComeTogether() {
    CommitTable.Builder commits =
        new CommitTable.Builder().add("r", List.of("a")).add("s", List.of("a"));
    assertThatThrownBy(() -> commits.add("r", List.of("b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("commits must be grouped by repository; r comes again");
  }

  private static String counts(int all, int empty, int withContributors, int single) {
    return "RepositoryCounts[repositories=%d, withoutCommits=%d, withContributors=%d, singleContributor=%d]"
        .formatted(all, empty, withContributors, single);
  }

  private static Set<String> edges(Contributions contributions, DirectedGraph graph) {
    Set<String> edges = new TreeSet<>();
    Neighbors out = graph.out();
    for (int node = 0; node < graph.nodeCount(); node++) {
      for (int edge = out.start(node); edge < out.end(node); edge++) {
        edges.add(
            "%s→%s %d"
                .formatted(
                    contributions.author(node),
                    contributions.author(out.neighbor(edge)),
                    out.weight(edge)));
      }
    }
    return edges;
  }
}
