package dev.clade.lineage.ecosystem.adoption;

import static dev.clade.lineage.ecosystem.testing.Graphs.model;
import static dev.clade.lineage.ecosystem.testing.Graphs.record;
import static dev.clade.lineage.ecosystem.testing.Graphs.relation;
import static dev.clade.lineage.ecosystem.testing.Graphs.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.record.Declaration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SnapshotUsesTest {
  @Test
  void cataloguedSpacesUseTheModelsTheyDeclare() {
    ModelUses uses =
        SnapshotUses.of(
            snapshot(
                List.of(
                    model("idle", "base"),
                    model("used"),
                    record(
                        "spaces/s",
                        relation(RelationType.USED_IN, "models/used"),
                        relation(RelationType.USED_IN, "models/gone"),
                        relation(RelationType.USED_IN, "datasets/d"),
                        new Declaration(
                            RelationType.USED_IN,
                            RelationOrigin.INFERRED,
                            ArtifactName.model("guessed"))),
                    record("spaces/empty"))));
    assertThat(IntStream.range(0, uses.modelCount()).mapToObj(uses::model))
        .containsExactly("gone", "idle", "used");
    assertThat(uses.spaces().groupCount()).isEqualTo(2);
    assertThat(AdoptionStudy.of(uses, any -> true, 2).owners())
        .containsExactly(new Owner("", 2, 2, 1, 1));
  }
}
