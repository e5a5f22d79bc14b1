package dev.clade.lineage.ecosystem.structure;

import static dev.clade.lineage.ecosystem.testing.Graphs.derivations;
import static dev.clade.lineage.ecosystem.testing.Graphs.model;
import static dev.clade.lineage.ecosystem.testing.Graphs.node;
import static dev.clade.lineage.ecosystem.testing.Graphs.record;
import static dev.clade.lineage.ecosystem.testing.Graphs.relation;
import static dev.clade.lineage.ecosystem.testing.Graphs.snapshot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.lineage.ecosystem.derivation.DerivationGraph;
import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Two families worked out by hand: a tree, whose model c is a merge across, and a pair; and a model
 * by itself.
 *
 * <pre>
 *   a -> b -> c -> d      e -> f      g
 *   a ------> c
 *   h ------> c
 * </pre>
 */
class StructureTest {
  private static final DerivationGraph GRAPH =
      derivations("b: a", "c: a b h", "d: c", "f: e", "g:");

  @Test
  void sizeAndBothDensities() {
    GraphSnapshot snapshot = snapshot(List.of(model("a"), model("b", "a", "b", "x"), model("c")));
    GraphSize size = GraphSize.of(DerivationGraph.of(snapshot));
    // b names itself, and x is only named.
    assertThat(size).isEqualTo(new GraphSize(4, 1, 2, 1));
    // 2 of 4·3 ordered pairs; 2 of 6 unordered ones.
    assertThat(size.directedDensity()).isCloseTo(2 / 12.0, within(1e-15));
    assertThat(size.undirectedDensity()).isCloseTo(2 / 6.0, within(1e-15));
  }

  @Test
  void fewerThanTwoModelsHaveNoDensity() {
    assertThat(GraphSize.of(derivations("g:")).directedDensity()).isZero();
    assertThat(GraphSize.of(DerivationGraph.of(GraphSnapshot.empty())).directedDensity()).isZero();
  }

  @Test
  void degrees() {
    DegreeTable table = DegreeTable.of(GRAPH);
    // In: a 0, b 1, c 3, d 1, e 0, f 1, g 0, h 0. Out: a 2, b 1, c 1, d 0, e 1, f 0, g 0, h 1.
    assertThat(table.in()).isEqualTo(Distribution.of(0, 1, 3, 1, 0, 1, 0, 0));
    assertThat(table.out()).isEqualTo(Distribution.of(2, 1, 1, 0, 1, 0, 0, 1));
    assertThat(table.total()).isEqualTo(Distribution.of(2, 2, 4, 1, 1, 1, 0, 1));
    assertThat(table.out().countAtLeast(1)).isEqualTo(5);
  }

  @Test
  void weakComponents() {
    WeakComponents components = WeakComponents.of(GRAPH, 2);
    // a b c d h; e f; g.
    assertThat(components.sizes()).isEqualTo(Distribution.of(5, 2, 1));
    assertThat(components.largest()).hasSize(2);
    Component family = components.largest().get(0);
    assertThat(family.models()).isEqualTo(5);
    assertThat(family.edges()).isEqualTo(5);
    // 5 of 5·4 ordered pairs.
    assertThat(family.directedDensity()).isCloseTo(0.25, within(1e-15));
    assertThat(family.undirectedDensity()).isCloseTo(0.5, within(1e-15));
    assertThat(family.degrees().total()).isEqualTo(Distribution.of(2, 2, 4, 1, 1));
    // From a there are b, c, d; from h only c and d.
    assertThat(family.topAncestor()).isEqualTo(node(GRAPH.snapshot(), "a"));
    assertThat(family.topAncestorDescendants()).isEqualTo(3);
    assertThat(components.largest().get(1).topAncestor()).isEqualTo(node(GRAPH.snapshot(), "e"));
  }

  @Test
  void topBasesAreByNumberThenName() {
    GraphSnapshot snapshot = GRAPH.snapshot();
    assertThat(TopBases.of(GRAPH, 3))
        .containsExactly(
            new TopBases.Base(node(snapshot, "a"), 2),
            new TopBases.Base(node(snapshot, "b"), 1),
            new TopBases.Base(node(snapshot, "c"), 1));
    assertThat(TopBases.of(GRAPH, 100)).hasSize(5);
  }

  @Test
  void generationsCountFromTheNearestRoot() {
    // a, e, g, h 0; b, c, f 1; d 2. Of the roots, g has none derived.
    assertThat(Generations.of(GRAPH))
        .isEqualTo(new Generations(Distribution.of(0, 0, 0, 0, 1, 1, 1, 2), 3, 0));
  }

  @Test
  void theFirstOfACircleIsItsRoot() {
    // b and c are each other's base, and so nobody's; d was derived from c.
    DerivationGraph graph = derivations("b: c", "c: b", "d: c");
    assertThat(Generations.of(graph)).isEqualTo(new Generations(Distribution.of(0, 1, 2), 1, 2));
    // a is upstream of the circle, and so the only root.
    assertThat(Generations.of(derivations("b: c a", "c: b", "d: c")))
        .isEqualTo(new Generations(Distribution.of(0, 1, 2, 3), 1, 2));
  }

  @Test
  void relationsByType() {
    GraphSnapshot snapshot =
        snapshot(
            List.of(
                record("models/a"),
                record("models/b", relation(RelationType.FINETUNE, "models/a")),
                record(
                    "models/c",
                    relation(RelationType.FINETUNE, "models/b"),
                    relation(RelationType.MERGE, "models/a")),
                record("models/d", relation(RelationType.QUANTIZED, "models/c"))));
    RelationCounts counts = RelationCounts.of(DerivationGraph.of(snapshot));
    assertThat(counts.edges())
        .containsEntry(RelationType.FINETUNE, 2L)
        .containsEntry(RelationType.MERGE, 1L)
        .containsEntry(RelationType.QUANTIZED, 1L)
        .containsEntry(RelationType.ADAPTER, 0L)
        .doesNotContainKey(RelationType.TRAINED_ON);
    // b and c have models derived from them, d has none; c counts for both of its types.
    assertThat(counts.parents())
        .containsEntry(RelationType.FINETUNE, 2L)
        .containsEntry(RelationType.MERGE, 1L)
        .containsEntry(RelationType.QUANTIZED, 0L);
  }
}
