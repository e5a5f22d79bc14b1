package dev.clade.lineage.graph.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.component.StrongComponents;
import dev.clade.lineage.graph.component.WeakComponents;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.testing.Records;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds answers against those that networkx gave: see {@code networkx_answers.py}. */
class NetworkxAnswersTest {
  private static final int ALL = Integer.MAX_VALUE;

  /** A graph and what networkx says of it. */
  record Answered(GraphSnapshot graph, JsonNode answers) {
    static Answered of(JsonNode answers) {
      List<List<Declaration>> declarations = new ArrayList<>();
      for (int node = 0; node < answers.get("nodes").asInt(); node++) {
        declarations.add(new ArrayList<>());
      }
      for (JsonNode edge : answers.get("edges")) {
        List<Declaration> declared = declarations.get(edge.get(1).asInt());
        // Parallel edges get different types, or they would be one.
        RelationType type = RelationType.values()[declared.size() % RelationType.values().length];
        declared.add(Records.relation(type, name(edge.get(0).asInt())));
      }
      return new Answered(
          Records.graph(
              IntStream.range(0, declarations.size())
                  .mapToObj(
                      node -> new ArtifactRecord(Records.name(name(node)), declarations.get(node)))
                  .toArray(ArtifactRecord[]::new)),
          answers);
    }

    private static String name(int node) {
      return "models/x/%02d".formatted(node);
    }

    @Override
    public String toString() {
      return "%d nodes, %d edges".formatted(graph.nodeCount(), answers.get("edges").size());
    }
  }

  static Stream<Answered> answered() throws IOException {
    JsonNode file =
        new ObjectMapper().readTree(NetworkxAnswersTest.class.getResource("networkx_answers.json"));
    List<Answered> graphs =
        StreamSupport.stream(file.get("graphs").spliterator(), false).map(Answered::of).toList();
    assertThat(graphs).hasSize(30);
    return graphs.stream();
  }

  @ParameterizedTest
  @MethodSource("answered")
  void ancestorsAndDescendantsByDepth(Answered given) {
    for (int node = 0; node < given.graph().nodeCount(); node++) {
      Map<Integer, Integer> down = new HashMap<>();
      Map<Integer, Integer> up = new HashMap<>();
      for (int other = 0; other < given.graph().nodeCount(); other++) {
        putIfReached(down, other, given.answers().get("downstream").get(node).get(other).asInt());
        putIfReached(up, other, given.answers().get("downstream").get(other).get(node).asInt());
      }
      assertThat(depths(given.graph(), node, Direction.DOWNSTREAM)).isEqualTo(down);
      assertThat(depths(given.graph(), node, Direction.UPSTREAM)).isEqualTo(up);
      assertThat(impact(given.graph(), node).total()).isEqualTo(down.size() - 1);
    }
  }

  @ParameterizedTest
  @MethodSource("answered")
  void lengthsOfShortestPaths(Answered given) {
    for (int from = 0; from < given.graph().nodeCount(); from++) {
      for (int to = 0; to < given.graph().nodeCount(); to++) {
        int downstream = given.answers().get("downstream").get(from).get(to).asInt();
        assertThat(length(given.graph(), from, to, PathQuestion.Way.DOWNSTREAM))
            .isEqualTo(downstream);
        assertThat(length(given.graph(), to, from, PathQuestion.Way.UPSTREAM))
            .isEqualTo(downstream);
        assertThat(length(given.graph(), from, to, PathQuestion.Way.EITHER))
            .isEqualTo(given.answers().get("either").get(from).get(to).asInt());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("answered")
  void theFirstAndAllShortestPaths(Answered given) {
    assertPaths(given, "pathsDownstream", PathQuestion.Way.DOWNSTREAM);
    assertPaths(given, "pathsEither", PathQuestion.Way.EITHER);
  }

  @ParameterizedTest
  @MethodSource("answered")
  void components(Answered given) {
    GraphSnapshot graph = given.graph();
    WeakComponents weak = WeakComponents.of(graph.upstream(), RelationFilter.ALL);
    assertThat(groups(graph, weak::component)).isEqualTo(parts(given.answers().get("weak")));
    assertThat(weak.count()).isEqualTo(given.answers().get("weak").size());
    for (JsonNode part : given.answers().get("weak")) {
      assertThat(weak.component(part.get(0).asInt())).isEqualTo(part.get(0).asInt());
      assertThat(weak.size(part.get(0).asInt())).isEqualTo(part.size());
    }
    StrongComponents strong =
        StrongComponents.of(
            graph.upstream(),
            RelationFilter.ALL,
            any -> true,
            IntArrayList.toList(IntStream.range(0, graph.nodeCount())));
    assertThat(groups(graph, strong::component)).isEqualTo(parts(given.answers().get("strong")));
    assertThat(strong.count()).isEqualTo(given.answers().get("strong").size());
  }

  @ParameterizedTest
  @MethodSource("answered")
  void commonAncestors(Answered given) {
    for (JsonNode expected : given.answers().get("common")) {
      CommonAncestors common =
          CommonAncestors.of(
              given.graph(),
              ints(expected.get("of")),
              new AncestorQuestion(RelationFilter.ALL, ALL, ALL, Long.MAX_VALUE));
      TreeSet<Integer> all = new TreeSet<>();
      TreeSet<Integer> nearest = new TreeSet<>();
      for (int place = 0; place < common.size(); place++) {
        all.add(common.node(place));
        if (common.isNearest(place)) {
          nearest.add(common.node(place));
        }
        assertThat(common.distance(place))
            .isEqualTo(farthest(given.answers(), common.node(place), expected.get("of")));
      }
      assertThat(common.cut()).isEmpty();
      assertThat(List.copyOf(all)).isEqualTo(ints(expected.get("all")));
      assertThat(List.copyOf(nearest)).isEqualTo(ints(expected.get("nearest")));
    }
  }

  private static void assertPaths(Answered given, String paths, PathQuestion.Way way) {
    for (JsonNode expected : given.answers().get(paths)) {
      Path path =
          PathSearch.between(
                  given.graph(),
                  expected.get("from").asInt(),
                  expected.get("to").asInt(),
                  question(way))
              .path()
              .orElseThrow();
      assertThat(List.copyOf(path.nodes())).isEqualTo(ints(expected.get("first")));
      List<IntList> steps =
          StreamSupport.stream(expected.get("steps").spliterator(), false)
              .map(NetworkxAnswersTest::ints)
              .toList();
      assertThat(
              path.steps().stream()
                  .map(step -> (IntList) IntArrayList.of(step.from(), step.to()))
                  .distinct())
          .containsExactlyInAnyOrderElementsOf(steps);
    }
  }

  private static int farthest(JsonNode answers, int ancestor, JsonNode artifacts) {
    return ints(artifacts)
        .intStream()
        .map(node -> answers.get("downstream").get(ancestor).get(node).asInt())
        .max()
        .orElseThrow();
  }

  private static void putIfReached(Map<Integer, Integer> depths, int node, int depth) {
    if (depth >= 0) {
      depths.put(node, depth);
    }
  }

  private static Map<Integer, Integer> depths(GraphSnapshot graph, int node, Direction direction) {
    Lineage lineage =
        LineageWalk.from(
            graph, IntList.of(node), new WalkQuestion(direction, RelationFilter.ALL, ALL, ALL));
    Map<Integer, Integer> depths = new HashMap<>();
    for (int place = 0; place < lineage.size(); place++) {
      depths.put(lineage.node(place), Math.abs(lineage.depth(place)));
    }
    return depths;
  }

  private static Impact impact(GraphSnapshot graph, int node) {
    return Impact.of(
        graph,
        IntList.of(node),
        new ImpactQuestion(RelationFilter.ALL, NodeFilter.ALL, ALL, Long.MAX_VALUE));
  }

  private static int length(GraphSnapshot graph, int from, int to, PathQuestion.Way way) {
    PathAnswer answer = PathSearch.between(graph, from, to, question(way));
    assertThat(answer.cut()).isEmpty();
    return answer.path().map(Path::length).orElse(-1);
  }

  private static PathQuestion question(PathQuestion.Way way) {
    return new PathQuestion(way, RelationFilter.ALL, ALL, Long.MAX_VALUE);
  }

  private static Collection<List<Integer>> groups(GraphSnapshot graph, IntUnaryOperator part) {
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int node = 0; node < graph.nodeCount(); node++) {
      groups.computeIfAbsent(part.applyAsInt(node), any -> new ArrayList<>()).add(node);
    }
    return groups.values().stream()
        .sorted((left, right) -> Integer.compare(left.getFirst(), right.getFirst()))
        .toList();
  }

  private static List<List<Integer>> parts(JsonNode parts) {
    return StreamSupport.stream(parts.spliterator(), false)
        .map(part -> List.copyOf(ints(part)))
        .toList();
  }

  private static IntList ints(JsonNode array) {
    IntArrayList ints = new IntArrayList();
    array.forEach(value -> ints.add(value.asInt()));
    return ints;
  }
}
