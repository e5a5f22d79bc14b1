package dev.clade.lineage.ecosystem.reuse;

import static dev.clade.lineage.ecosystem.testing.Graphs.record;
import static dev.clade.lineage.ecosystem.testing.Graphs.relation;
import static dev.clade.lineage.ecosystem.testing.Graphs.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.ints.IntList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SnapshotDeclarationsTest {
  private static final GraphSnapshot GRAPH =
      snapshot(
          List.of(
              record("datasets/d"),
              record("spaces/s", relation(RelationType.USED_IN, "models/m")),
              record(
                  "models/m",
                  relation(RelationType.TRAINED_ON, "datasets/d"),
                  relation(RelationType.TRAINED_ON, "datasets/gone"),
                  relation(RelationType.PAPER, "papers/p"),
                  relation(RelationType.FINETUNE, "models/base"),
                  relation(RelationType.ADAPTER, "models/base"),
                  relation(RelationType.FINETUNE, "models/m"),
                  new Declaration(
                      RelationType.TRAINED_ON,
                      RelationOrigin.INFERRED,
                      new ArtifactName(ArtifactKind.DATASET, "guessed")))));

  @Test
  void modelsDeclareWhatTheSnapshotHasOnce() {
    List<ModelDeclaration> models =
        SnapshotDeclarations.models(GRAPH, node -> Set.of("fill-mask")).toList();
    // Only m is catalogued.
    assertThat(models)
        .containsExactly(
            new ModelDeclaration(
                Set.of("fill-mask"),
                IntList.of(node("datasets/d"), node("datasets/gone")),
                IntList.of(node("models/base"))));
  }

  @Test
  void datasetsOfTheStudyAreThoseCatalogued() {
    assertThat(SnapshotDeclarations.datasets(GRAPH, node -> Set.of(GRAPH.name(node).id())))
        .containsExactly(new DatasetDeclaration(node("datasets/d"), Set.of("d")));
  }

  private static int node(String name) {
    return GRAPH.find(ArtifactName.parse(name).orElseThrow()).orElseThrow();
  }
}
