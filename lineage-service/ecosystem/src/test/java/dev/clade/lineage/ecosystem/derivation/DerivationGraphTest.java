package dev.clade.lineage.ecosystem.derivation;

import static dev.clade.lineage.ecosystem.testing.Graphs.model;
import static dev.clade.lineage.ecosystem.testing.Graphs.node;
import static dev.clade.lineage.ecosystem.testing.Graphs.record;
import static dev.clade.lineage.ecosystem.testing.Graphs.relation;
import static dev.clade.lineage.ecosystem.testing.Graphs.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.ecosystem.testing.RandomGraphs;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationFilter;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.snapshot.Edge;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DerivationGraphTest {
  private static final List<RelationType> PRECEDENCE =
      List.of(
          RelationType.MERGE,
          RelationType.ADAPTER,
          RelationType.QUANTIZED,
          RelationType.FINETUNE,
          RelationType.UNSPECIFIED_DERIVATION);

  @Test
  void aModelThatDoesNotCountHasNoDerivations() {
    GraphSnapshot snapshot =
        snapshot(List.of(model("a"), model("b", "a", "x"), model("x", "a"), model("y", "x")));
    DerivationGraph graph =
        DerivationGraph.of(
            snapshot, RelationFilter.DERIVATIONS, model -> model != node(snapshot, "x"));
    assertThat(graph.modelCount()).isEqualTo(4);
    assertThat(graph.edgeCount()).isEqualTo(1);
    assertThat(graph.base(node(snapshot, "b"), 0)).isEqualTo(node(snapshot, "a"));
  }

  @Test
  void hasModelsAndDeclaredDerivationsOnly() {
    GraphSnapshot snapshot =
        snapshot(
            List.of(
                record("datasets/d"),
                record("spaces/s", relation(RelationType.USED_IN, "models/m")),
                record(
                    "models/m",
                    relation(RelationType.TRAINED_ON, "datasets/d"),
                    relation(RelationType.PAPER, "papers/p"),
                    relation(RelationType.FINETUNE, "models/base"),
                    new Declaration(
                        RelationType.FINETUNE,
                        RelationOrigin.INFERRED,
                        ArtifactName.model("guessed")))));
    DerivationGraph graph = DerivationGraph.of(snapshot);
    // base, guessed and m.
    assertThat(graph.modelCount()).isEqualTo(3);
    assertThat(graph.edgeCount()).isEqualTo(1);
    assertThat(graph.baseCount(node(snapshot, "m"))).isEqualTo(1);
    assertThat(graph.base(node(snapshot, "m"), 0)).isEqualTo(node(snapshot, "base"));
    assertThat(graph.derived(node(snapshot, "base"), 0)).isEqualTo(node(snapshot, "m"));
  }

  @Test
  void aPairHasTheTypeOfPrecedence() {
    GraphSnapshot snapshot =
        snapshot(
            List.of(
                record(
                    "models/m",
                    relation(RelationType.UNSPECIFIED_DERIVATION, "models/base"),
                    relation(RelationType.FINETUNE, "models/base"),
                    relation(RelationType.ADAPTER, "models/base"),
                    relation(RelationType.UNSPECIFIED_DERIVATION, "models/other"),
                    relation(RelationType.FINETUNE, "models/other"))));
    DerivationGraph graph = DerivationGraph.of(snapshot);
    int model = node(snapshot, "m");
    assertThat(graph.edgeCount()).isEqualTo(2);
    assertThat(graph.type(model, 0)).isEqualTo(RelationType.ADAPTER);
    assertThat(graph.type(model, 1)).isEqualTo(RelationType.FINETUNE);

    DerivationGraph finetunes =
        DerivationGraph.of(snapshot, RelationFilter.of(List.of(RelationType.FINETUNE)));
    assertThat(finetunes.modelCount()).isEqualTo(3);
    assertThat(finetunes.edgeCount()).isEqualTo(1);
    assertThat(finetunes.base(model, 0)).isEqualTo(node(snapshot, "other"));
  }

  @Test
  void anEmptyHubHasNoModels() {
    assertThat(DerivationGraph.of(GraphSnapshot.empty()).modelCount()).isZero();
    assertThat(DerivationGraph.of(snapshot(List.of(record("datasets/d")))).modelCount()).isZero();
    assertThat(DerivationGraph.of(snapshot(List.of(model("m")))).modelCount()).isEqualTo(1);
  }

  @Property
  void equalsTheSnapshotsEdgesOneByOne(@ForAll("records") List<ArtifactRecord> records) {
    GraphSnapshot snapshot = snapshot(records);
    Map<String, RelationType> expected = new TreeMap<>();
    int models = 0;
    for (int node = 0; node < snapshot.nodeCount(); node++) {
      models += snapshot.kind(node) == ArtifactKind.MODEL ? 1 : 0;
      for (int i = snapshot.upstream().start(node); i < snapshot.upstream().end(node); i++) {
        Edge edge = snapshot.upstreamEdge(node, i);
        if (PRECEDENCE.contains(edge.type())
            && edge.origin() == RelationOrigin.DECLARED
            && snapshot.kind(edge.upstream()) == ArtifactKind.MODEL
            && snapshot.kind(node) == ArtifactKind.MODEL) {
          expected.merge(
              edge.upstream() + ">" + node,
              edge.type(),
              (a, b) -> PRECEDENCE.indexOf(a) < PRECEDENCE.indexOf(b) ? a : b);
        }
      }
    }

    DerivationGraph graph = DerivationGraph.of(snapshot);

    Map<String, RelationType> byBase = new TreeMap<>();
    List<String> byDerived = new ArrayList<>();
    for (int model = graph.firstModel(); model < graph.endModel(); model++) {
      assertThat(snapshot.kind(model)).isEqualTo(ArtifactKind.MODEL);
      for (int i = 0; i < graph.baseCount(model); i++) {
        byBase.put(graph.base(model, i) + ">" + model, graph.type(model, i));
      }
      for (int i = 0; i < graph.derivedCount(model); i++) {
        byDerived.add(model + ">" + graph.derived(model, i));
      }
    }
    assertThat(graph.modelCount()).isEqualTo(models);
    assertThat(graph.edgeCount()).isEqualTo(expected.size());
    assertThat(byBase).isEqualTo(expected);
    assertThat(byDerived).containsExactlyInAnyOrderElementsOf(expected.keySet());
  }

  @Provide
  Arbitrary<List<ArtifactRecord>> records() {
    return RandomGraphs.any();
  }
}
