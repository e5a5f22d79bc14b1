package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.FamilyMember;
import dev.clade.lineage.v1.FamilySummary;
import dev.clade.lineage.v1.GetFamilyResponse;
import dev.clade.lineage.v1.LineageEdge;
import org.junit.jupiter.api.Test;

final class FamilyViewTest {
  @Test
  void eachMemberHangsOnceAndNamesItsOtherParents() {
    GetFamilyResponse family =
        GetFamilyResponse.newBuilder()
            .setSummary(
                FamilySummary.newBuilder()
                    .setMemberCount(4)
                    .addGenerationSizes(1)
                    .addGenerationSizes(2)
                    .addGenerationSizes(1)
                    .setChildCountGini(0.5))
            .setSnapshotSequence(7)
            .addMembers(member("models/r", 0, 2).setCatalogued(false))
            .addMembers(member("models/o/a", 1, 1).addParents(from("models/r", "models/o/a")))
            .addMembers(member("models/o/b", 1, 1).addParents(from("models/r", "models/o/b")))
            .addMembers(
                member("models/o/m", 2, 0)
                    .addParents(merge("models/o/a"))
                    .addParents(merge("models/o/b"))
                    .addOutsideParents("models/x/y"))
            .build();

    assertThat(FamilyView.render(family, 10))
        .isEqualTo(
            """
            r (not in the catalogue)
            ├─ o/a [finetune]
            │  └─ o/m [merge] with o/b, x/y
            └─ o/b [finetune]
            4 models in 3 generations: 1, 2, 1
            Gini coefficient of direct derivatives: 0.50; feed at 7
            """);
  }

  private static FamilyMember.Builder member(String name, int generation, int children) {
    return FamilyMember.newBuilder()
        .setName(name)
        .setGeneration(generation)
        .setCatalogued(true)
        .setChildCount(children);
  }

  private static LineageEdge from(String upstream, String downstream) {
    return LineageEdge.newBuilder()
        .setUpstream(upstream)
        .setDownstream(downstream)
        .setType(RelationType.RELATION_TYPE_FINETUNE)
        .build();
  }

  private static LineageEdge merge(String upstream) {
    return LineageEdge.newBuilder()
        .setUpstream(upstream)
        .setDownstream("models/o/m")
        .setType(RelationType.RELATION_TYPE_MERGE)
        .build();
  }
}
