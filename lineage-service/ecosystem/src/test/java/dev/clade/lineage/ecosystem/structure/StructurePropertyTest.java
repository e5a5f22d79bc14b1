package dev.clade.lineage.ecosystem.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.ecosystem.testing.Graphs;
import dev.clade.lineage.ecosystem.testing.RandomGraphs;
import dev.clade.lineage.graph.record.ArtifactRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.AllDirectedPaths;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedMultigraph;
import org.jgrapht.graph.SimpleDirectedGraph;

/** Holds the structure of random graphs against JGraphT and against searches by recursion. */
class StructurePropertyTest {
  @Property
  void weakComponentsEqualThoseOfJGraphT(@ForAll("graphs") List<ArtifactRecord> records) {
    DerivationGraph graph = DerivationGraph.of(Graphs.snapshot(records));
    List<Set<Integer>> expected = new ConnectivityInspector<>(oracle(graph)).connectedSets();

    WeakComponents components = WeakComponents.of(graph, Integer.MAX_VALUE);

    assertThat(components.sizes())
        .isEqualTo(Distribution.of(expected.stream().mapToInt(Set::size)));
    assertThat(components.largest().stream().map(Component::models))
        .isSortedAccordingTo(Collections.reverseOrder())
        .hasSize(expected.size());
    for (Component component : components.largest()) {
      assertThat(expected)
          .anySatisfy(
              set -> {
                assertThat(set).contains(component.topAncestor()).hasSize(component.models());
                assertThat(component.edges())
                    .isEqualTo(set.stream().mapToInt(graph::baseCount).sum());
              });
      assertThat(component.degrees().total().sum().longValueExact())
          .isEqualTo(2 * component.edges());
    }
  }

  @Property
  void strongComponentsEqualThoseOfJGraphT(@ForAll("graphs") List<ArtifactRecord> records) {
    DerivationGraph graph = DerivationGraph.of(Graphs.snapshot(records));
    Graph<Integer, DefaultEdge> oracle = oracle(graph);

    Circles components = Circles.of(graph);

    for (Set<Integer> set :
        new KosarajuStrongConnectivityInspector<>(oracle).stronglyConnectedSets()) {
      boolean source =
          set.stream()
              .allMatch(
                  model -> set.containsAll(org.jgrapht.Graphs.predecessorListOf(oracle, model)));
      assertThat(Set.copyOf(components.members(Collections.min(set)))).isEqualTo(set);
      for (int model : set) {
        assertThat(components.first(model)).isEqualTo(Collections.min(set));
        assertThat(components.isRoot(model)).isEqualTo(source && model == Collections.min(set));
      }
    }
  }

  @Property
  void generationsAreDistancesFromRoots(@ForAll("graphs") List<ArtifactRecord> records) {
    DerivationGraph graph = DerivationGraph.of(Graphs.snapshot(records));
    Graph<Integer, DefaultEdge> oracle = oracle(graph);
    Circles components = Circles.of(graph);
    List<Integer> roots = oracle.vertexSet().stream().filter(components::isRoot).toList();
    List<Integer> distances = new ArrayList<>();
    for (int model : oracle.vertexSet()) {
      distances.add(
          roots.stream()
              .map(root -> new BFSShortestPath<>(oracle).getPath(root, model))
              .filter(path -> path != null)
              .mapToInt(path -> path.getLength())
              .min()
              .orElseThrow());
    }
    assertThat(Generations.of(graph).distribution())
        .isEqualTo(Distribution.of(distances.stream().mapToInt(Integer::intValue)));
  }

  /** The oracle has circles drawn together to their first model, and every edge between them. */
  @Property(tries = 500)
  void pathsAndLongestChainsEqualThoseOfJGraphT(@ForAll("both") List<ArtifactRecord> records) {
    DerivationGraph graph = DerivationGraph.of(Graphs.snapshot(records));
    Graph<Integer, DefaultEdge> oracle = withoutCircles(oracle(graph));
    Set<Integer> roots = having(oracle, model -> oracle.inDegreeOf(model) == 0);
    Set<Integer> sinks = having(oracle, model -> oracle.outDegreeOf(model) == 0);
    List<GraphPath<Integer, DefaultEdge>> paths =
        new AllDirectedPaths<>(oracle)
            .getAllPaths(roots, sinks, true, null).stream()
                .filter(path -> path.getLength() > 0)
                .toList();
    assertThat(RootToSinkPaths.of(graph).lengths())
        .isEqualTo(Distribution.of(paths.stream().mapToInt(path -> path.getLength() + 1)));
    Map<Integer, Integer> longest = new HashMap<>();
    paths.forEach(path -> longest.merge(path.getEndVertex(), path.getLength() + 1, Math::max));
    assertThat(LongestChains.of(graph).lengths())
        .isEqualTo(Distribution.of(longest.values().stream().mapToInt(Integer::intValue)));
  }

  @Property
  void chainsEqualASearchByRecursion(@ForAll("graphs") List<ArtifactRecord> records) {
    DerivationGraph graph = DerivationGraph.of(Graphs.snapshot(records));
    List<Integer> lengths = new ArrayList<>();
    List<Integer> licenses = new ArrayList<>();
    int sinks = 0;
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      if (graph.derivedCount(model) == 0) {
        List<List<Integer>> chains = new ArrayList<>();
        search(graph, List.of(model), new HashSet<>(Set.of(model)), chains);
        if (chains.size() > 1 || chains.getFirst().size() > 2) {
          sinks++;
          chains.forEach(chain -> lengths.add(chain.size()));
          chains.forEach(
              chain ->
                  licenses.add(
                      chain.stream()
                          .map(each -> license(each))
                          .collect(Collectors.toSet())
                          .size()));
        }
      }
    }

    DepthFirstChains found =
        DepthFirstChains.of(
            graph, model -> license(model).isEmpty() ? Set.of() : Set.of(license(model)));

    assertThat(found.sinks()).isEqualTo(sinks);
    assertThat(found.lengths())
        .isEqualTo(Distribution.of(lengths.stream().mapToInt(Integer::intValue)));
    assertThat(found.licenses())
        .isEqualTo(Distribution.of(licenses.stream().mapToInt(Integer::intValue)));
    assertThat(found.differences().total())
        .isEqualTo(lengths.stream().mapToInt(length -> length - 1).sum());
  }

  @Provide
  Arbitrary<List<ArtifactRecord>> graphs() {
    return RandomGraphs.any();
  }

  @Provide
  Arbitrary<List<ArtifactRecord>> both() {
    return Arbitraries.oneOf(RandomGraphs.any(), RandomGraphs.withoutCircles());
  }

  private static String license(int model) {
    return Map.of(0, "", 1, "mit", 2, "gpl").get(model % 3);
  }

  private static void search(
      DerivationGraph graph, List<Integer> path, Set<Integer> entered, List<List<Integer>> chains) {
    boolean leaf = true;
    int model = path.getLast();
    for (int i = 0; i < graph.baseCount(model); i++) {
      if (entered.add(graph.base(model, i))) {
        leaf = false;
        List<Integer> longer = new ArrayList<>(path);
        longer.add(graph.base(model, i));
        search(graph, longer, entered, chains);
      }
    }
    if (leaf) {
      chains.add(path);
    }
  }

  private static Graph<Integer, DefaultEdge> oracle(DerivationGraph graph) {
    Graph<Integer, DefaultEdge> copy = new SimpleDirectedGraph<>(DefaultEdge.class);
    IntStream.range(graph.firstModel(), graph.endModel()).forEach(copy::addVertex);
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      for (int i = 0; i < graph.baseCount(model); i++) {
        copy.addEdge(graph.base(model, i), model);
      }
    }
    return copy;
  }

  private static Graph<Integer, DefaultEdge> withoutCircles(Graph<Integer, DefaultEdge> whole) {
    Map<Integer, Integer> firsts = new HashMap<>();
    for (Set<Integer> set :
        new KosarajuStrongConnectivityInspector<>(whole).stronglyConnectedSets()) {
      set.forEach(model -> firsts.put(model, Collections.min(set)));
    }
    Graph<Integer, DefaultEdge> oracle = new DirectedMultigraph<>(DefaultEdge.class);
    firsts.values().forEach(oracle::addVertex);
    for (DefaultEdge edge : whole.edgeSet()) {
      int base = firsts.get(whole.getEdgeSource(edge));
      int derived = firsts.get(whole.getEdgeTarget(edge));
      if (base != derived) {
        oracle.addEdge(base, derived);
      }
    }
    return oracle;
  }

  private static Set<Integer> having(
      Graph<Integer, DefaultEdge> graph, Predicate<Integer> property) {
    return graph.vertexSet().stream().filter(property).collect(Collectors.toSet());
  }
}
