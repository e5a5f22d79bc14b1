package dev.clade.lineage.ecosystem.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.network.community.Communities;
import dev.clade.lineage.ecosystem.network.community.CommunitySearch;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import dev.clade.lineage.ecosystem.network.structure.Clustering;
import dev.clade.lineage.ecosystem.network.structure.CoreNumbers;
import dev.clade.lineage.ecosystem.network.structure.DegreeAssortativity;
import dev.clade.lineage.ecosystem.network.structure.Density;
import org.junit.jupiter.api.Test;

/** The network that everybody measures (Zachary, 1977), with what networkx 3.6.1 gives. */
class KarateClubTest {
  private static final UndirectedGraph CLUB = Networks.karateClub();

  @Test
  void structure() {
    Clustering clustering = Clustering.of(CLUB);
    assertThat(CLUB.edgeCount()).isEqualTo(78);
    assertThat(Density.undirected(CLUB)).isCloseTo(.139037, within(5e-7));
    assertThat(clustering.transitivity()).isCloseTo(.255682, within(5e-7));
    assertThat(clustering.mean()).isCloseTo(.570638, within(5e-7));
    assertThat(DegreeAssortativity.undirected(CLUB)).isCloseTo(-.475613, within(5e-7));
    assertThat(CoreNumbers.of(CLUB).max()).isEqualTo(4);
    assertThat(CoreNumbers.of(CLUB).coreSize(4)).isEqualTo(10);
  }

  /** The largest modularity there is, .4198, is known from exhaustive search (Agarwal, 2008). */
  @Test
  void communities() {
    Communities leiden = CommunitySearch.LEIDEN.in(CLUB, 1);
    Communities louvain = CommunitySearch.LOUVAIN.in(CLUB, 1);
    assertThat(leiden.modularity()).isCloseTo(.4198, within(5e-5));
    assertThat(louvain.modularity()).isBetween(.4188, .41985);
    assertThat(leiden.count()).isEqualTo(4);
    assertThat(leiden.size(0)).isEqualTo(12);
    assertThat(leiden.of(0)).isNotEqualTo(leiden.of(33));
  }
}
