package dev.clade.lineage.graph.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.testing.GraphOracle;
import dev.clade.lineage.graph.testing.RandomRecords;
import dev.clade.lineage.graph.testing.Records;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsSubgraph;

/** Holds walks against JGraphT on random graphs with cycles. */
class WalkPropertyTest {
  @Property
  void equalsBreadthFirstSearchesOfJGraphT(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll Direction direction,
      @ForAll @Size(min = 1) Set<RelationType> types,
      @ForAll @IntRange(max = 6) int maxDepth,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 999) Integer> picks) {
    Assume.that(!records.isEmpty());
    GraphSnapshot graph = Records.graph(records.toArray(ArtifactRecord[]::new));
    RelationFilter relations = RelationFilter.of(types);
    Set<Integer> starts = pick(graph, picks);
    Lineage lineage = walk(graph, starts, direction, relations, maxDepth, Integer.MAX_VALUE);

    Graph<Integer, Edge> down = GraphOracle.of(graph, relations);
    Graph<Integer, Edge> up = GraphOracle.reversed(down);
    Map<Integer, Integer> ancestors =
        direction.isUpstream() ? GraphOracle.distances(up, starts) : Map.of();
    Map<Integer, Integer> descendants =
        direction.isDownstream() ? GraphOracle.distances(down, starts) : Map.of();
    Map<Integer, Integer> whole = nearer(ancestors, descendants);
    Map<Integer, Integer> expected = new HashMap<>(whole);
    expected.values().removeIf(depth -> Math.abs(depth) > maxDepth);

    assertThat(places(lineage)).isEqualTo(inOrder(expected));
    assertThat(lineage.truncation().isPresent()).isEqualTo(whole.size() > expected.size());
    lineage
        .truncation()
        .ifPresent(
            cut -> {
              assertThat(cut.reason()).isEqualTo(Truncation.Reason.MAX_DEPTH);
              assertThat(List.copyOf(cut.frontier()))
                  .containsExactlyElementsOf(
                      expected.keySet().stream()
                          .sorted()
                          .filter(
                              node ->
                                  direction.isUpstream() && leadsOut(up, starts, node, expected)
                                      || direction.isDownstream()
                                          && leadsOut(down, starts, node, expected))
                          .toList());
            });
    assertThat(edges(lineage))
        .containsExactlyInAnyOrderElementsOf(
            down.edgeSet().stream()
                .filter(edge -> lineage.contains(edge.upstream()))
                .filter(edge -> lineage.contains(edge.downstream()))
                .toList());
  }

  @Property
  void aCutAnswerIsTheBeginningOfTheWholeOne(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll Direction direction,
      @ForAll @IntRange(min = 1, max = 12) int maxNodes,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 999) Integer> picks) {
    Assume.that(!records.isEmpty());
    GraphSnapshot graph = Records.graph(records.toArray(ArtifactRecord[]::new));
    Set<Integer> starts = pick(graph, picks);
    Lineage whole = walk(graph, starts, direction, RelationFilter.ALL, 99, Integer.MAX_VALUE);
    Lineage cut = walk(graph, starts, direction, RelationFilter.ALL, 99, maxNodes);
    int size = Math.min(maxNodes, whole.size());
    assertThat(places(cut)).isEqualTo(places(whole).subList(0, size));
    assertThat(cut.truncation().isPresent()).isEqualTo(whole.size() > maxNodes);
    cut.truncation()
        .ifPresent(
            truncation -> assertThat(truncation.reason()).isEqualTo(Truncation.Reason.MAX_NODES));
  }

  @Property
  void pagesOfAnyCutGoOnWithoutRepeatOrGap(
      @ForAll("records") List<ArtifactRecord> records, @ForAll @IntRange(max = 999) int pick) {
    Assume.that(!records.isEmpty());
    GraphSnapshot graph = Records.graph(records.toArray(ArtifactRecord[]::new));
    Lineage lineage =
        walk(graph, pick(graph, List.of(pick)), Direction.BOTH, RelationFilter.ALL, 99, 999);
    for (int place = 0; place < lineage.size(); place++) {
      int nextNode = graph.lowerBound(graph.name(lineage.node(place))) + 1;
      assertThat(lineage.firstAfter(Math.abs(lineage.depth(place)), nextNode)).isEqualTo(place + 1);
    }
  }

  @Provide
  Arbitrary<List<ArtifactRecord>> records() {
    return RandomRecords.any();
  }

  private static Set<Integer> pick(GraphSnapshot graph, List<Integer> picks) {
    Set<Integer> starts = new HashSet<>();
    picks.forEach(pick -> starts.add(pick % graph.nodeCount()));
    return starts;
  }

  private static Lineage walk(
      GraphSnapshot graph,
      Set<Integer> starts,
      Direction direction,
      RelationFilter relations,
      int maxDepth,
      int maxNodes) {
    return LineageWalk.from(
        graph,
        new IntArrayList(starts),
        new WalkQuestion(direction, relations, maxDepth, maxNodes));
  }

  private static Map<Integer, Integer> nearer(
      Map<Integer, Integer> ancestors, Map<Integer, Integer> descendants) {
    Map<Integer, Integer> depths = new HashMap<>();
    ancestors.forEach((node, steps) -> depths.put(node, -steps));
    descendants.forEach(
        (node, steps) -> depths.merge(node, steps, (up, down) -> down < Math.abs(up) ? down : up));
    return depths;
  }

  private static List<Map.Entry<Integer, Integer>> inOrder(Map<Integer, Integer> depths) {
    return depths.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<Integer, Integer>>comparingInt(
                    entry -> Math.abs(entry.getValue()))
                .thenComparing(Map.Entry::getKey))
        .toList();
  }

  private static List<Map.Entry<Integer, Integer>> places(Lineage lineage) {
    return IntStream.range(0, lineage.size())
        .mapToObj(place -> Map.entry(lineage.node(place), lineage.depth(place)))
        .toList();
  }

  /** Whether a walk that keeps to the answer comes to a node and could leave the answer there. */
  private static boolean leadsOut(
      Graph<Integer, Edge> graph, Set<Integer> starts, int node, Map<Integer, Integer> answer) {
    Graph<Integer, Edge> within = new AsSubgraph<>(graph, answer.keySet());
    return GraphOracle.distances(within, starts).containsKey(node)
        && GraphOracle.leadsOut(graph, node, answer.keySet());
  }

  private static List<Edge> edges(Lineage lineage) {
    List<Edge> edges = new ArrayList<>();
    for (int place = 0; place < lineage.size(); place++) {
      edges.addAll(lineage.edgesToEarlier(place));
    }
    return edges;
  }
}
