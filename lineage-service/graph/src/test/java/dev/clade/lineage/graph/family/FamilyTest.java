package dev.clade.lineage.graph.family;

import static dev.clade.lineage.graph.testing.Records.graph;
import static dev.clade.lineage.graph.testing.Records.model;
import static dev.clade.lineage.graph.testing.Records.name;
import static dev.clade.lineage.graph.testing.Records.record;
import static dev.clade.lineage.graph.testing.Records.relation;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.graph.testing.GraphText;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FamilyTest {
  private final GraphSnapshot graph =
      graph(
          model("x/root"),
          model("x/child", "x/root", "gone/base"),
          model("x/grandchild", "x/child"),
          model("x/nephew", "x/other", "x/root"),
          model("x/other"),
          model("x/stranger", "x/other"));

  @Test
  void aFamilyIsTheRootsAndAllDerivedFromThem() {
    Family family = family(graph, "x/grandchild", 99);
    assertThat(ids(graph, family.roots())).containsExactly("gone/base", "x/root");
    assertThat(members(family))
        .containsExactly("gone/base 0", "x/root 0", "x/child 1", "x/nephew 1", "x/grandchild 2");
    assertThat(family.generationSizes()).containsExactly(2, 2, 1);
    assertThat(family.members().truncation()).isEmpty();
  }

  @Test
  void parentsAreInsideOrOutside() {
    Family family = family(graph, "x/grandchild", 99);
    assertThat(family.parents(2))
        .extracting(edge -> GraphText.edge(graph, edge))
        .containsExactly("gone/base -FINETUNE-> x/child", "x/root -FINETUNE-> x/child");
    assertThat(ids(graph, family.outsideParents(2))).isEmpty();
    assertThat(ids(graph, family.outsideParents(3))).containsExactly("x/other");
  }

  @Test
  void childrenAreCountedOnce() {
    GraphSnapshot twice =
        graph(
            model("x/root"),
            record(
                "models/x/child",
                relation(RelationType.MERGE, "models/x/root"),
                relation(RelationType.FINETUNE, "models/x/root")),
            record("spaces/x/app", relation(RelationType.USED_IN, "models/x/root")));
    Family family = family(twice, "x/root", 99);
    assertThat(members(family)).containsExactly("x/root 0", "x/child 1");
    assertThat(family.childCount(0)).isEqualTo(1);
    assertThat(family.childCount(1)).isZero();
    assertThat(family.parents(1)).hasSize(2);
  }

  @Test
  void generationIsTheFewestDerivations() {
    GraphSnapshot shortcut =
        graph(model("x/c", "x/b", "x/a"), model("x/b", "x/a"), model("x/d", "x/c"));
    assertThat(members(family(shortcut, "x/d", 99)))
        .containsExactly("x/a 0", "x/b 1", "x/c 1", "x/d 2");
  }

  @Test
  void aCircleHasItsFirstModelAsRoot() {
    GraphSnapshot circle =
        graph(model("x/c", "x/b"), model("x/b", "x/a"), model("x/a", "x/c"), model("x/d", "x/c"));
    assertThat(members(family(circle, "x/d", 99)))
        .containsExactly("x/a 0", "x/b 1", "x/c 2", "x/d 3");
  }

  @Test
  void aCircleThatStemsFromElsewhereHasNoRoot() {
    GraphSnapshot circle =
        graph(model("x/a", "x/b"), model("x/b", "x/a", "x/root"), model("x/z", "x/a"));
    assertThat(ids(circle, family(circle, "x/z", 99).roots())).containsExactly("x/root");
  }

  @Test
  void aCutFamilyIsItsBeginning() {
    Family family = family(graph, "x/grandchild", 3);
    assertThat(members(family)).containsExactly("gone/base 0", "x/root 0", "x/child 1");
    assertThat(ids(graph, family.members().truncation().orElseThrow().frontier()))
        .containsExactly("x/child", "x/root");
    assertThat(family.childCount(1)).isEqualTo(2);
  }

  @Test
  void aModelAloneIsItsOwnFamily() {
    Family family = family(graph(model("x/alone")), "x/alone", 1);
    assertThat(members(family)).containsExactly("x/alone 0");
    assertThat(family.generationSizes()).containsExactly(1);
  }

  private static Family family(GraphSnapshot graph, String model, int maxNodes) {
    return FamilyWalk.of(graph, graph.find(name("models/" + model)).orElseThrow(), maxNodes);
  }

  private static List<String> members(Family family) {
    List<String> members = new ArrayList<>();
    for (int place = 0; place < family.members().size(); place++) {
      int node = family.members().node(place);
      members.add(family.members().graph().name(node).id() + " " + family.members().depth(place));
    }
    return members;
  }

  private static List<String> ids(GraphSnapshot graph, IntList nodes) {
    return nodes.intStream().mapToObj(node -> graph.name(node).id()).toList();
  }
}
