package dev.clade.lineage.ecosystem.network.coreperiphery;

import dev.clade.lineage.ecosystem.network.graph.UndirectedGraph;
import dev.clade.lineage.ecosystem.network.position.RankCorrelation;
import dev.clade.lineage.ecosystem.network.structure.CoreNumbers;
import java.util.stream.IntStream;

/**
 * The core of a network by three methods, and how far they agree. To be held beside the discrete
 * core, the continuous one is taken to be as many nodes of largest coreness; the third is the
 * innermost k-core.
 *
 * @param discrete the model of Borgatti and Everett, found by Lip
 * @param continuous the continuous model, by MINRES
 * @param cores the k-cores
 * @param discreteAndContinuous agreement of these two
 * @param discreteAndInnermost agreement of the discrete and the innermost k-core
 * @param continuousAndInnermost agreement of the continuous and the innermost k-core
 * @param corenessAndCoreNumber Spearman's correlation of coreness and core number over all nodes
 */
public record CorePeriphery(
    DiscreteCore discrete,
    ContinuousCore continuous,
    CoreNumbers cores,
    CoreAgreement discreteAndContinuous,
    CoreAgreement discreteAndInnermost,
    CoreAgreement continuousAndInnermost,
    double corenessAndCoreNumber) {
  /** Returns the cores of a graph, best one without isolates. */
  public static CorePeriphery of(UndirectedGraph graph) {
    int nodes = graph.nodeCount();
    DiscreteCore discrete = DiscreteCore.of(graph);
    ContinuousCore continuous = ContinuousCore.of(graph);
    CoreNumbers cores = CoreNumbers.of(graph);
    var highest = continuous.highest(discrete.members().cardinality());
    return new CorePeriphery(
        discrete,
        continuous,
        cores,
        CoreAgreement.of(discrete.members(), highest, nodes),
        CoreAgreement.of(discrete.members(), cores.innermost(), nodes),
        CoreAgreement.of(highest, cores.innermost(), nodes),
        RankCorrelation.of(
            IntStream.range(0, nodes).mapToDouble(continuous::of).toArray(),
            IntStream.range(0, nodes).mapToDouble(cores::of).toArray()));
  }
}
