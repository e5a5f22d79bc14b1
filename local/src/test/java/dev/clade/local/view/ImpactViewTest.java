package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.CountImpactResponse;
import dev.clade.lineage.v1.KindCount;
import dev.clade.lineage.v1.RelationCount;
import dev.clade.lineage.v1.SearchCut;
import dev.clade.lineage.v1.Truncation;
import org.junit.jupiter.api.Test;

class ImpactViewTest {
  @Test
  void countsStandInTables() {
    CountImpactResponse impact =
        CountImpactResponse.newBuilder()
            .setTotalCount(1_201)
            .addKinds(kind(ArtifactKind.ARTIFACT_KIND_MODEL, 1_200))
            .addKinds(kind(ArtifactKind.ARTIFACT_KIND_SPACE, 1))
            .addFirstRelations(
                RelationCount.newBuilder()
                    .setType(RelationType.RELATION_TYPE_TRAINED_ON)
                    .setCount(1_201))
            .addDistanceCounts(1_000)
            .addDistanceCounts(201)
            .addUnreachable("models/none")
            .setCut(
                SearchCut.newBuilder()
                    .setReason(Truncation.Reason.REASON_MAX_DEPTH)
                    .setCompleteSteps(2))
            .setSnapshotSequence(77)
            .build();
    assertThat(ImpactView.render(impact))
        .isEqualTo(
            """
            kind    artifacts
            models      1,200
            spaces          1

            first relation  artifacts
            trained on          1,201

            steps  artifacts
                1      1,000
                2        201

            1,201 artifacts; feed at 77
            Not in the graph: models/none
            Cut at the depth asked for: everything up to 2 steps is counted, and there is more.
            """);
  }

  @Test
  void nothingIsSaidSo() {
    assertThat(ImpactView.render(CountImpactResponse.getDefaultInstance()))
        .isEqualTo("Nothing was made from it.\n0 artifacts; feed at 0\n");
  }

  private static KindCount kind(ArtifactKind kind, long count) {
    return KindCount.newBuilder().setKind(kind).setCount(count).build();
  }
}
