package dev.clade.lineage.graph.family;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.testing.GraphOracle;
import dev.clade.lineage.graph.testing.RandomRecords;
import dev.clade.lineage.graph.testing.Records;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;

/** Holds families against JGraphT's components and searches on random graphs with cycles. */
class FamilyPropertyTest {
  @Property
  void equalsWhatJGraphTFinds(
      @ForAll("records") List<ArtifactRecord> records, @ForAll @IntRange(max = 999) int pick) {
    Assume.that(!records.isEmpty());
    GraphSnapshot graph = Records.graph(records.toArray(ArtifactRecord[]::new));
    int model = pick % graph.nodeCount();
    Graph<Integer, Edge> derivations = GraphOracle.of(graph, RelationFilter.DERIVATIONS);
    Set<Integer> ancestors =
        GraphOracle.distances(GraphOracle.reversed(derivations), List.of(model)).keySet();
    List<Integer> roots =
        new KosarajuStrongConnectivityInspector<>(derivations)
            .stronglyConnectedSets().stream()
                .filter(ancestors::containsAll)
                .filter(
                    component ->
                        component.stream()
                            .allMatch(
                                node ->
                                    component.containsAll(
                                        Graphs.predecessorListOf(derivations, node))))
                .map(Collections::min)
                .sorted()
                .toList();

    Family family = FamilyWalk.of(graph, model, Integer.MAX_VALUE);

    assertThat(List.copyOf(family.roots())).isEqualTo(roots);
    Map<Integer, Integer> generations = new HashMap<>();
    for (int place = 0; place < family.members().size(); place++) {
      int node = family.members().node(place);
      generations.put(node, family.members().depth(place));
      assertThat(family.childCount(place))
          .isEqualTo(Set.copyOf(Graphs.successorListOf(derivations, node)).size());
      assertThat(family.parents(place).size() + outsideEdges(derivations, family, place))
          .isEqualTo(derivations.inDegreeOf(node));
    }
    assertThat(generations).isEqualTo(GraphOracle.distances(derivations, roots));
    assertThat(generations).containsKey(model);
  }

  @Provide
  Arbitrary<List<ArtifactRecord>> records() {
    return RandomRecords.any();
  }

  private static long outsideEdges(Graph<Integer, Edge> derivations, Family family, int place) {
    Set<Integer> outside = Set.copyOf(family.outsideParents(place));
    return derivations.incomingEdgesOf(family.members().node(place)).stream()
        .filter(edge -> outside.contains(edge.upstream()))
        .count();
  }
}
