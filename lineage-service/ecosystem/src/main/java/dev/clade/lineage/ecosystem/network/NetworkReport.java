package dev.clade.lineage.ecosystem.network;

import dev.clade.lineage.ecosystem.network.commit.Contributions;
import dev.clade.lineage.ecosystem.network.commit.RepositoryCounts;
import dev.clade.lineage.ecosystem.network.community.Communities;
import dev.clade.lineage.ecosystem.network.community.CommunitySearch;
import dev.clade.lineage.ecosystem.network.coreperiphery.CorePeriphery;
import dev.clade.lineage.ecosystem.network.coreperiphery.CoreSignificance;
import dev.clade.lineage.ecosystem.network.graph.DirectedGraph;
import dev.clade.lineage.ecosystem.network.graph.TiedNodes;
import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import dev.clade.lineage.ecosystem.network.position.Betweenness;
import dev.clade.lineage.ecosystem.network.position.Positions;
import dev.clade.lineage.ecosystem.network.position.ReciprocityByPosition;
import dev.clade.lineage.ecosystem.network.structure.NetworkSize;
import dev.clade.lineage.ecosystem.network.structure.NetworkStructure;

/**
 * Everything that is asked of one collaboration network. Only its size looks at isolates; all else
 * is of the tied part, whose nodes are those of {@link #tied}. The same contributions and
 * parameters give the same report, on any number of threads.
 *
 * @param repositories how many repositories there are of which kind
 * @param size how large the network is, with isolates
 * @param tied the network without self-loops and isolates
 * @param structure its shape in single numbers
 * @param positions the centralities of its nodes
 * @param reciprocityByPosition whether ties are returned more in some positions
 * @param corePeriphery its core by three methods
 * @param coreSignificance whether the core is more than degrees bring about
 * @param leiden its communities by Leiden; ties weigh what they do both ways together
 * @param louvain its communities by Louvain
 */
public record NetworkReport(
    RepositoryCounts repositories,
    NetworkSize size,
    TiedNodes tied,
    NetworkStructure structure,
    Positions positions,
    ReciprocityByPosition reciprocityByPosition,
    CorePeriphery corePeriphery,
    CoreSignificance coreSignificance,
    Communities leiden,
    Communities louvain) {
  /** Returns the report of some contributions: of all accounts, of people, or of a sub-field. */
  public static NetworkReport of(Contributions contributions, NetworkParameters parameters) {
    DirectedGraph whole = CollaborationGraph.of(contributions);
    TiedNodes tied = TiedNodes.of(whole);
    UndirectedGraph undirected = tied.graph().undirected();
    CorePeriphery corePeriphery = CorePeriphery.of(undirected);
    Positions positions =
        Positions.of(
            tied.graph(),
            Betweenness.of(tied.graph(), parameters.betweennessSteps(), parameters.seed()));
    return new NetworkReport(
        contributions.counts(),
        NetworkSize.of(whole, tied),
        tied,
        NetworkStructure.of(whole, tied.graph(), undirected, corePeriphery.cores()),
        positions,
        positions.reciprocity(corePeriphery.cores()),
        corePeriphery,
        CoreSignificance.of(undirected, parameters.rewirings(), parameters.seed()),
        CommunitySearch.LEIDEN.in(undirected, parameters.seed()),
        CommunitySearch.LOUVAIN.in(undirected, parameters.seed()));
  }
}
