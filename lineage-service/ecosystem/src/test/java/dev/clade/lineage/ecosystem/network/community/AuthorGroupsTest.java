package dev.clade.lineage.ecosystem.network.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.network.commit.CommitTable;
import dev.clade.lineage.ecosystem.network.commit.Contributions;
import dev.clade.lineage.ecosystem.network.graph.Edges;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuthorGroupsTest {
  private static final CommitTable COMMITS =
      new CommitTable.Builder()
          .add("x/1", List.of("ada", "bob"))
          .add("x/2", List.of("ada"))
          .add("x/2", List.of("bob"))
          .add("y/1", List.of("bob", "cyd"))
          .add("z/1", List.of("eve"))
          .add("z/1", List.of("fay"))
          .add("gpt", List.of("eve"))
          .add("all/1", List.of("ada", "bob", "cyd", "eve", "fay"))
          .build();

  @Test
  void groupsHoldRepositories() {
    long[] downloads = {10, 20, 30, 40, 0, 0};
    Contributions contributions = Contributions.of(COMMITS);
    AuthorGroups found =
        AuthorGroups.of(
            COMMITS,
            contributions,
            4,
            repository -> downloads[repository],
            any -> 0,
            CommunitySearch.LEIDEN,
            1);
    UndirectedGraph authors = found.projection().graph();
    assertThat(authors.edgeCount()).isEqualTo(3);
    assertThat(authors.neighbors().weight(authors.neighbors().start(0))).isEqualTo(2);
    assertThat(found.projection().groupsLeftOut()).isEqualTo(1);
    assertThat(found.projection().pairsLeftOut()).isEqualTo(10);
    assertThat(found.groups())
        .containsExactly(
            new AuthorGroup(0, 3, 4, .6, Double.NaN, "x"),
            new AuthorGroup(1, 2, 2, .4, Double.NaN, ""));
  }

  @Test
  void communitiesAreNumberedBySizeThenByFirstNode() {
    Edges edges = new Edges();
    edges.add(0, 1, 1);
    edges.add(2, 3, 1);
    Communities communities = Communities.of(edges.undirected(5), new int[] {4, 4, 1, 1, 0});
    assertThat(new int[] {communities.of(0), communities.of(2), communities.of(4)})
        .containsExactly(0, 1, 2);
    assertThat(communities.count()).isEqualTo(3);
    assertThat(communities.modularity()).isEqualTo(.5);
  }

  @Test
  void withoutTiesEverybodyIsAlone() {
    Communities communities = CommunitySearch.LEIDEN.in(new Edges().undirected(3), 1);
    assertThat(communities.count()).isEqualTo(3);
    assertThat(communities.modularity()).isNaN();
  }
}
