package dev.clade.lineage.graph.walk;

import static dev.clade.lineage.graph.testing.Records.graph;
import static dev.clade.lineage.graph.testing.Records.model;
import static dev.clade.lineage.graph.testing.Records.name;
import static dev.clade.lineage.graph.testing.Records.record;
import static dev.clade.lineage.graph.testing.Records.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.testing.GraphText;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineageWalkTest {
  /** root -> {left, right} -> merged -> leaf, and root -> aside. */
  private final GraphSnapshot diamond =
      graph(
          model("x/root"),
          model("x/left", "x/root"),
          model("x/right", "x/root"),
          model("x/merged", "x/left", "x/right"),
          model("x/leaf", "x/merged"),
          model("x/aside", "x/root"));

  private final GraphSnapshot circle =
      graph(model("x/a", "x/c"), model("x/b", "x/a"), model("x/c", "x/b"));

  @Test
  void bothWaysLeavesOutDescendantsOfAncestors() {
    assertThat(text(walk(diamond, Direction.BOTH, 9, 99, "x/merged")))
        .containsExactly("x/merged 0", "x/leaf 1", "x/left -1", "x/right -1", "x/root -2");
  }

  @Test
  void oneWayOnly() {
    assertThat(text(walk(diamond, Direction.UPSTREAM, 9, 99, "x/left")))
        .containsExactly("x/left 0", "x/root -1");
    assertThat(text(walk(diamond, Direction.DOWNSTREAM, 9, 99, "x/left")))
        .containsExactly("x/left 0", "x/merged 1", "x/leaf 2");
  }

  @Test
  void severalStartsCountFromTheNearest() {
    assertThat(text(walk(diamond, Direction.UPSTREAM, 9, 99, "x/leaf", "x/aside")))
        .containsExactly(
            "x/aside 0", "x/leaf 0", "x/merged -1", "x/root -1", "x/left -2", "x/right -2");
  }

  @Test
  void everyEdgeIsToldOnceAtTheLaterEnd() {
    Lineage lineage = walk(diamond, Direction.BOTH, 9, 99, "x/merged");
    List<String> edges = new ArrayList<>();
    for (int place = 0; place < lineage.size(); place++) {
      for (var edge : lineage.edgesToEarlier(place)) {
        edges.add(diamond.name(lineage.node(place)).id() + ": " + GraphText.edge(diamond, edge));
      }
    }
    assertThat(edges)
        .containsExactly(
            "x/leaf: x/merged -FINETUNE-> x/leaf",
            "x/left: x/left -FINETUNE-> x/merged",
            "x/right: x/right -FINETUNE-> x/merged",
            "x/root: x/root -FINETUNE-> x/left",
            "x/root: x/root -FINETUNE-> x/right");
  }

  @Test
  void aWholeAnswerIsNotTruncated() {
    assertThat(walk(diamond, Direction.DOWNSTREAM, 3, 6, "x/root").truncation()).isEmpty();
    assertThat(walk(diamond, Direction.UPSTREAM, 0, 1, "x/root").truncation()).isEmpty();
  }

  @Test
  void depthCutsAndSaysWhere() {
    Lineage lineage = walk(diamond, Direction.DOWNSTREAM, 1, 99, "x/root");
    assertThat(text(lineage)).containsExactly("x/root 0", "x/aside 1", "x/left 1", "x/right 1");
    assertThat(cut(lineage)).containsExactly("MAX_DEPTH", "x/left", "x/right");
  }

  @Test
  void theNumberOfArtifactsCutsWithinALevelByName() {
    Lineage lineage = walk(diamond, Direction.DOWNSTREAM, 9, 3, "x/root");
    assertThat(text(lineage)).containsExactly("x/root 0", "x/aside 1", "x/left 1");
    assertThat(cut(lineage)).containsExactly("MAX_NODES", "x/left", "x/root");
  }

  @Test
  void startsBeyondTheNumberAreCutToo() {
    Lineage lineage = walk(diamond, Direction.UPSTREAM, 9, 1, "x/root", "x/aside");
    assertThat(text(lineage)).containsExactly("x/aside 0");
    assertThat(cut(lineage)).containsExactly("MAX_NODES", "x/aside");
  }

  @Test
  void circlesEnd() {
    assertThat(text(walk(circle, Direction.DOWNSTREAM, 100, 99, "x/b")))
        .containsExactly("x/b 0", "x/c 1", "x/a 2");
    assertThat(text(walk(circle, Direction.BOTH, 100, 99, "x/b")))
        .containsExactly("x/b 0", "x/a -1", "x/c 1");
  }

  @Test
  void aCircleWithinTheAnswerIsNoMore() {
    assertThat(walk(circle, Direction.BOTH, 1, 99, "x/b").truncation()).isEmpty();
  }

  @Test
  void relationTypesAreFiltered() {
    GraphSnapshot graph =
        graph(
            record(
                "models/x/child",
                relation(RelationType.FINETUNE, "models/x/base"),
                relation(RelationType.TRAINED_ON, "datasets/data"),
                relation(RelationType.PAPER, "papers/2405.13058")));
    WalkQuestion data =
        new WalkQuestion(Direction.BOTH, RelationFilter.of(List.of(RelationType.TRAINED_ON)), 5, 9);
    IntArrayList start = IntArrayList.of(graph.find(name("models/x/child")).orElseThrow());
    assertThat(text(LineageWalk.from(graph, start, data))).containsExactly("x/child 0", "data -1");
    assertThat(text(walk(graph, Direction.UPSTREAM, 5, 9, "x/child")))
        .containsExactly("x/child 0", "data -1", "x/base -1", "2405.13058 -1");
  }

  @Test
  void aPositionIsFoundAgainThoughItsArtifactIsGone() {
    Lineage lineage = walk(diamond, Direction.DOWNSTREAM, 9, 99, "x/root");
    assertThat(lineage.firstAfter(0, diamond.nodeCount())).isEqualTo(1);
    assertThat(lineage.firstAfter(1, diamond.lowerBound(name("models/x/b")))).isEqualTo(2);
    assertThat(lineage.firstAfter(9, 0)).isEqualTo(lineage.size());
  }

  @Test
  void questionsWithoutRoomAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WalkQuestion(Direction.BOTH, RelationFilter.ALL, -1, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WalkQuestion(Direction.BOTH, RelationFilter.ALL, 1, 0));
  }

  private static Lineage walk(
      GraphSnapshot graph, Direction direction, int maxDepth, int maxNodes, String... models) {
    int[] starts =
        Arrays.stream(models)
            .mapToInt(id -> graph.find(name("models/" + id)).orElseThrow())
            .toArray();
    return LineageWalk.from(
        graph,
        IntArrayList.wrap(starts),
        new WalkQuestion(direction, RelationFilter.ALL, maxDepth, maxNodes));
  }

  private static List<String> text(Lineage lineage) {
    List<String> text = new ArrayList<>();
    for (int place = 0; place < lineage.size(); place++) {
      text.add(lineage.graph().name(lineage.node(place)).id() + " " + lineage.depth(place));
    }
    return text;
  }

  private static List<String> cut(Lineage lineage) {
    Truncation truncation = lineage.truncation().orElseThrow();
    List<String> cut = new ArrayList<>(List.of(truncation.reason().name()));
    truncation.frontier().forEach(node -> cut.add(lineage.graph().name(node).id()));
    return cut;
  }
}
