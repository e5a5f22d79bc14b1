package dev.clade.lineage.graph.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.testing.GraphOracle;
import dev.clade.lineage.graph.testing.RandomRecords;
import dev.clade.lineage.graph.testing.Records;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jgrapht.Graph;

/** Filters, limits and resumption of all questions, held against plain computations. */
class QuestionPropertyTest {
  private static final int ALL = Integer.MAX_VALUE;

  @Property
  void filtersSayWhatIsReturnedAndWhatIsWalkedThrough(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 999) Integer> picks,
      @ForAll("filters") NodeFilter returned,
      @ForAll("filters") NodeFilter through,
      @ForAll @IntRange(max = 6) int maxDepth) {
    GraphSnapshot graph = graph(records);
    Set<Integer> starts = pick(graph, picks);
    Lineage lineage =
        LineageWalk.from(
            graph, new IntArrayList(starts), down(maxDepth, ALL).filtered(returned, through));
    Graph<Integer, Edge> passable = GraphOracle.of(graph, RelationFilter.ALL);
    for (int node = 0; node < graph.nodeCount(); node++) {
      if (!starts.contains(node) && !chooses(through, graph, node)) {
        passable.removeAllEdges(Set.copyOf(passable.outgoingEdgesOf(node)));
      }
    }
    Map<Integer, Integer> reached = GraphOracle.distances(passable, starts);
    assertThat(places(lineage))
        .isEqualTo(
            reached.entrySet().stream()
                .filter(entry -> entry.getValue() <= maxDepth)
                .filter(entry -> chooses(returned, graph, entry.getKey()))
                .sorted(
                    Map.Entry.<Integer, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList());
    assertThat(lineage.truncation().isPresent())
        .isEqualTo(reached.values().stream().anyMatch(distance -> distance > maxDepth));
    lineage
        .truncation()
        .ifPresent(
            cut ->
                assertThat(new TreeSet<>(cut.frontier()))
                    .isEqualTo(
                        reached.keySet().stream()
                            .filter(node -> reached.get(node) == maxDepth)
                            .filter(
                                node ->
                                    passable.outgoingEdgesOf(node).stream()
                                        .anyMatch(
                                            edge -> reached.get(edge.downstream()) > maxDepth))
                            .collect(Collectors.toCollection(TreeSet::new))));
  }

  @Property
  void resumingBehindTheLastOneGivesAllWithoutRepeat(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll Direction direction,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 999) Integer> picks,
      @ForAll("filters") NodeFilter returned,
      @ForAll @IntRange(min = 1, max = 5) int maxNodes) {
    GraphSnapshot graph = graph(records);
    IntArrayList starts = new IntArrayList(pick(graph, picks));
    WalkQuestion whole =
        new WalkQuestion(direction, RelationFilter.ALL, 99, ALL).filtered(returned, NodeFilter.ALL);
    WalkQuestion part =
        new WalkQuestion(direction, RelationFilter.ALL, 99, maxNodes)
            .filtered(returned, NodeFilter.ALL);
    List<Map.Entry<Integer, Integer>> parts = new ArrayList<>();
    WalkPoint from = WalkPoint.START;
    Lineage answer;
    do {
      answer = LineageWalk.from(graph, starts, part.resumedAt(from));
      assertThat(answer.size()).isLessThanOrEqualTo(maxNodes);
      parts.addAll(places(answer));
      if (answer.size() > 0) {
        int last = answer.size() - 1;
        from = new WalkPoint(Math.abs(answer.depth(last)), answer.node(last) + 1);
      }
    } while (answer.truncation().isPresent());
    assertThat(parts).isEqualTo(places(LineageWalk.from(graph, starts, whole)));
  }

  @Property
  void aWalkEndsBeforeTheStepWithTooManyRelations(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll @IntRange(max = 999) int pick,
      @ForAll @IntRange(max = 40) int maxEdges) {
    GraphSnapshot graph = graph(records);
    int start = pick % graph.nodeCount();
    Lineage lineage =
        LineageWalk.from(graph, IntList.of(start), down(ALL, ALL).withMaxEdges(maxEdges));
    Map<Integer, Integer> distances =
        GraphOracle.distances(GraphOracle.of(graph, RelationFilter.ALL), List.of(start));
    int complete = completeSteps(graph, distances, maxEdges);
    assertThat(places(lineage))
        .isEqualTo(places(LineageWalk.from(graph, IntList.of(start), down(complete, ALL))));
    assertThat(lineage.truncation().map(Truncation::reason))
        .isEqualTo(complete == ALL ? Optional.empty() : Optional.of(Truncation.Reason.MAX_EDGES));
    lineage
        .truncation()
        .ifPresent(
            cut ->
                assertThat(List.copyOf(cut.frontier()))
                    .containsExactlyElementsOf(
                        distances.keySet().stream()
                            .filter(node -> distances.get(node) == complete)
                            .filter(node -> degree(graph, node) > 0)
                            .sorted()
                            .toList()));
  }

  @Property
  void pathsAreFoundWithinTheirLimits(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll("relations") RelationFilter relations,
      @ForAll @IntRange(max = 999) int first,
      @ForAll @IntRange(max = 999) int second,
      @ForAll @IntRange(max = 5) int maxSteps,
      @ForAll @IntRange(max = 60) int maxEdges) {
    GraphSnapshot graph = graph(records);
    int from = first % graph.nodeCount();
    int to = second % graph.nodeCount();
    Optional<Integer> length =
        Optional.ofNullable(
            GraphOracle.distances(GraphOracle.of(graph, relations), List.of(from)).get(to));
    PathAnswer answer =
        PathSearch.between(
            graph,
            from,
            to,
            new PathQuestion(PathQuestion.Way.DOWNSTREAM, relations, maxSteps, maxEdges));
    answer.path().ifPresent(path -> assertIsPath(graph, relations, path, from, to));
    if (answer.cut().isPresent()) {
      assertThat(length.orElse(ALL)).isGreaterThan(answer.cut().get().steps());
      assertThat(answer.cut().get().steps()).isLessThanOrEqualTo(maxSteps);
      assertThat(answer.path()).isEmpty();
    } else {
      assertThat(answer.path().map(Path::length)).isEqualTo(length);
    }
    if (maxEdges >= graph.edgeCount()) {
      assertThat(answer.path().isPresent()).isEqualTo(length.orElse(ALL) <= maxSteps);
    }
  }

  @Property
  void cutCommonAncestorsAreTheBeginning(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 999) Integer> picks,
      @ForAll @IntRange(max = 4) int maxDepth,
      @ForAll @IntRange(min = 1, max = 4) int maxNodes,
      @ForAll @IntRange(max = 60) int maxEdges) {
    GraphSnapshot graph = graph(records);
    IntArrayList artifacts = new IntArrayList(pick(graph, picks));
    CommonAncestors whole =
        CommonAncestors.of(
            graph, artifacts, new AncestorQuestion(RelationFilter.ALL, ALL, ALL, Long.MAX_VALUE));
    CommonAncestors cut =
        CommonAncestors.of(
            graph,
            artifacts,
            new AncestorQuestion(RelationFilter.ALL, maxDepth, maxNodes, maxEdges));
    assertThat(places(cut)).isEqualTo(places(whole).subList(0, cut.size()));
    assertThat(cut.size()).isLessThanOrEqualTo(maxNodes);
    if (cut.cut().isEmpty()) {
      assertThat(cut.size()).isEqualTo(whole.size());
    } else {
      long complete =
          IntStream.range(0, whole.size())
              .filter(place -> whole.distance(place) <= cut.cut().get().steps())
              .count();
      assertThat((long) cut.size()).isGreaterThanOrEqualTo(complete);
    }
  }

  @Property
  void impactCountsWhatIsDownstream(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll @Size(min = 1, max = 3) List<@IntRange(max = 999) Integer> picks,
      @ForAll("filters") NodeFilter counted,
      @ForAll @IntRange(max = 5) int maxDepth) {
    GraphSnapshot graph = graph(records);
    Set<Integer> starts = pick(graph, picks);
    Impact impact =
        Impact.of(
            graph,
            new IntArrayList(starts),
            new ImpactQuestion(RelationFilter.ALL, counted, maxDepth, Long.MAX_VALUE));
    Graph<Integer, Edge> edges = GraphOracle.of(graph, RelationFilter.ALL);
    Map<Integer, Integer> distances = GraphOracle.distances(edges, starts);
    List<Integer> expected =
        distances.keySet().stream()
            .filter(node -> distances.get(node) > 0 && distances.get(node) <= maxDepth)
            .filter(node -> chooses(counted, graph, node))
            .toList();
    Map<ArtifactKind, Long> byKind = new EnumMap<>(ArtifactKind.class);
    Map<Integer, Long> byDistance = new HashMap<>();
    Map<RelationType, Long> byType = new EnumMap<>(RelationType.class);
    for (int node : expected) {
      byKind.merge(graph.kind(node), 1L, Long::sum);
      byDistance.merge(distances.get(node), 1L, Long::sum);
      firstTypes(edges, starts, distances, node).forEach(type -> byType.merge(type, 1L, Long::sum));
    }
    assertThat(impact.total()).isEqualTo(expected.size());
    assertThat(impact.byKind()).isEqualTo(byKind);
    assertThat(impact.byFirstRelation()).isEqualTo(byType);
    for (int i = 0; i < impact.byDistance().size(); i++) {
      assertThat(impact.byDistance().get(i)).isEqualTo(byDistance.getOrDefault(i + 1, 0L));
    }
    assertThat(impact.cut())
        .isEqualTo(
            distances.values().stream().anyMatch(distance -> distance > maxDepth)
                ? Optional.of(new SearchCut(Truncation.Reason.MAX_DEPTH, maxDepth))
                : Optional.empty());
  }

  @Property
  void impactEndsBeforeTheStepWithTooManyRelations(
      @ForAll("records") List<ArtifactRecord> records,
      @ForAll @IntRange(max = 999) int pick,
      @ForAll @IntRange(max = 40) int maxEdges) {
    GraphSnapshot graph = graph(records);
    int start = pick % graph.nodeCount();
    Map<Integer, Integer> distances =
        GraphOracle.distances(GraphOracle.of(graph, RelationFilter.ALL), List.of(start));
    int complete = completeSteps(graph, distances, maxEdges);
    Impact impact =
        Impact.of(
            graph,
            IntList.of(start),
            new ImpactQuestion(RelationFilter.ALL, NodeFilter.ALL, ALL, maxEdges));
    assertThat(impact.total())
        .isEqualTo(
            distances.values().stream()
                .filter(distance -> distance > 0 && distance <= complete)
                .count());
    assertThat(impact.cut())
        .isEqualTo(
            complete == ALL
                ? Optional.empty()
                : Optional.of(new SearchCut(Truncation.Reason.MAX_EDGES, complete)));
  }

  @Provide
  Arbitrary<List<ArtifactRecord>> records() {
    return RandomRecords.any().filter(records -> !records.isEmpty());
  }

  @Provide
  Arbitrary<RelationFilter> relations() {
    return Arbitraries.of(RelationType.values()).list().map(RelationFilter::of);
  }

  @Provide
  Arbitrary<NodeFilter> filters() {
    Arbitrary<Optional<Instant>> time =
        Arbitraries.longs()
            .between(1_646_263_740, 1_646_263_760)
            .map(Instant::ofEpochSecond)
            .optional(0.3);
    return Combinators.combine(
            few("text-generation", "fill-mask", "translation"),
            few("mit", "llama3", "gpl-3.0"),
            few("A", "b", "google-bert", ""),
            time,
            time)
        .as(
            (tasks, licenses, authors, from, before) ->
                new NodeFilter(Set.of(ArtifactKind.MODEL), tasks, licenses, authors, from, before));
  }

  private static Arbitrary<Set<String>> few(String... values) {
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(Set.of())),
        Tuple.of(1, Arbitraries.of(values).set().ofMinSize(1).ofMaxSize(3)));
  }

  /** The rules of a filter, written without it. */
  private static boolean chooses(NodeFilter filter, GraphSnapshot graph, int node) {
    String id = graph.name(node).id();
    String owner = id.contains("/") ? id.split("/", -1)[0] : "";
    Optional<Instant> created = graph.attributes().createTime(node);
    return (filter.tasks().isEmpty() || filter.tasks().contains(graph.attributes().task(node)))
        && (filter.licenses().isEmpty()
            || filter.licenses().stream().anyMatch(graph.attributes().licenses(node)::contains))
        && (filter.authors().isEmpty()
            || filter.authors().stream().anyMatch(owner::equalsIgnoreCase))
        && filter
            .createdFrom()
            .map(from -> created.isPresent() && created.get().compareTo(from) >= 0)
            .orElse(true)
        && filter
            .createdBefore()
            .map(before -> created.isPresent() && created.get().compareTo(before) < 0)
            .orElse(true);
  }

  /** How many steps a walk may go, when it may not look at more relations; ALL when to the end. */
  private static int completeSteps(
      GraphSnapshot graph, Map<Integer, Integer> distances, int maxEdges) {
    int farthest = distances.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    int edges = 0;
    for (int distance = 0; distance <= farthest; distance++) {
      for (Map.Entry<Integer, Integer> each : distances.entrySet()) {
        edges += each.getValue() == distance ? degree(graph, each.getKey()) : 0;
      }
      if (edges > maxEdges) {
        return distance;
      }
    }
    return ALL;
  }

  private static int degree(GraphSnapshot graph, int node) {
    return graph.downstream().end(node) - graph.downstream().start(node);
  }

  private static Set<RelationType> firstTypes(
      Graph<Integer, Edge> edges, Set<Integer> starts, Map<Integer, Integer> distances, int node) {
    Set<RelationType> types = new TreeSet<>();
    for (Edge edge : edges.incomingEdgesOf(node)) {
      if (starts.contains(edge.upstream()) && distances.get(node) == 1) {
        types.add(edge.type());
      } else if (distances.getOrDefault(edge.upstream(), ALL) == distances.get(node) - 1) {
        types.addAll(firstTypes(edges, starts, distances, edge.upstream()));
      }
    }
    return types;
  }

  private static void assertIsPath(
      GraphSnapshot graph, RelationFilter relations, Path path, int from, int to) {
    assertThat(path.nodes().getInt(0)).isEqualTo(from);
    assertThat(path.nodes().getInt(path.length())).isEqualTo(to);
    Set<Edge> edges = GraphOracle.of(graph, relations).edgeSet();
    for (int i = 0; i < path.length(); i++) {
      int distance = i;
      assertThat(path.steps())
          .anyMatch(
              step ->
                  step.distance() == distance
                      && step.from() == path.nodes().getInt(distance)
                      && step.to() == path.nodes().getInt(distance + 1));
    }
    for (Path.Step step : path.steps()) {
      assertThat(edges).contains(step.edge());
      assertThat(step.edge().upstream()).isEqualTo(step.from());
      assertThat(step.edge().downstream()).isEqualTo(step.to());
    }
  }

  private static WalkQuestion down(int maxDepth, int maxNodes) {
    return new WalkQuestion(Direction.DOWNSTREAM, RelationFilter.ALL, maxDepth, maxNodes);
  }

  private static GraphSnapshot graph(List<ArtifactRecord> records) {
    GraphSnapshot graph = Records.graph(records.toArray(ArtifactRecord[]::new));
    Assume.that(graph.nodeCount() > 0);
    return graph;
  }

  private static Set<Integer> pick(GraphSnapshot graph, List<Integer> picks) {
    return picks.stream().map(pick -> pick % graph.nodeCount()).collect(Collectors.toSet());
  }

  private static List<Map.Entry<Integer, Integer>> places(Lineage lineage) {
    return IntStream.range(0, lineage.size())
        .mapToObj(place -> Map.entry(lineage.node(place), lineage.depth(place)))
        .toList();
  }

  private static List<Map.Entry<Integer, Integer>> places(CommonAncestors ancestors) {
    return IntStream.range(0, ancestors.size())
        .mapToObj(place -> Map.entry(ancestors.node(place), ancestors.distance(place)))
        .toList();
  }
}
