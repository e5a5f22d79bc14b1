package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.LicenseConflict;
import dev.clade.lineage.v1.LicenseFinding;
import dev.clade.lineage.v1.LicenseTerm;
import dev.clade.lineage.v1.LicenseVerdict;
import dev.clade.lineage.v1.LicenseVerdictCount;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.ListLicenseFindingsResponse;
import dev.clade.lineage.v1.ListTraitChangesResponse;
import dev.clade.lineage.v1.TraitChange;
import dev.clade.lineage.v1.TraitChangeClass;
import dev.clade.lineage.v1.TraitChangeCount;
import dev.clade.lineage.v1.TraitSummary;
import dev.clade.lineage.v1.Truncation;
import org.junit.jupiter.api.Test;

final class LicensesViewTest {
  private static final LineageEdge TO_CHILD =
      edge("models/o/base", "models/o/child", RelationType.RELATION_TYPE_FINETUNE);
  private static final LineageEdge TO_QUANT =
      edge("models/o/base", "models/o/quant", RelationType.RELATION_TYPE_QUANTIZED);

  private final LicensesAnswer answer =
      new LicensesAnswer(
          ListTraitChangesResponse.newBuilder()
              .addChanges(
                  change(TO_CHILD, TraitChangeClass.TRAIT_CHANGE_CLASS_NO_OVERLAP)
                      .addUpstreamValues("cc-by-sa-4.0")
                      .addDownstreamValues("mit"))
              .addChanges(
                  change(TO_QUANT, TraitChangeClass.TRAIT_CHANGE_CLASS_SAME)
                      .addUpstreamValues("cc-by-sa-4.0")
                      .addDownstreamValues("cc-by-sa-4.0"))
              .addChanges(
                  change(
                      edge("models/gone", "models/o/child", RelationType.RELATION_TYPE_MERGE),
                      TraitChangeClass.TRAIT_CHANGE_CLASS_UNKNOWN))
              .setSummary(
                  TraitSummary.newBuilder()
                      .addChanges(count(TraitChangeClass.TRAIT_CHANGE_CLASS_UNKNOWN))
                      .addChanges(count(TraitChangeClass.TRAIT_CHANGE_CLASS_SAME))
                      .addChanges(count(TraitChangeClass.TRAIT_CHANGE_CLASS_NO_OVERLAP))
                      .setRelationCount(3))
              .setTruncation(
                  Truncation.newBuilder()
                      .setReason(Truncation.Reason.REASON_MAX_DEPTH)
                      .addFrontier("models/o/quant")
                      .setTotalFrontierCount(1))
              .addUnreachable("models/none")
              .setSnapshotSequence(9)
              .build(),
          ListLicenseFindingsResponse.newBuilder()
              .addFindings(
                  LicenseFinding.newBuilder()
                      .setEdge(TO_CHILD)
                      .setVerdict(LicenseVerdict.LICENSE_VERDICT_CONFLICT)
                      .addUpstreamLicenses("cc-by-sa-4.0")
                      .addDownstreamLicenses("mit")
                      .setConflict(
                          LicenseConflict.newBuilder()
                              .setLicense("cc-by-sa-4.0")
                              .addTerms(LicenseTerm.LICENSE_TERM_SHARE_ALIKE)
                              .setSource("the text")
                              .setDownstreamLicense("mit")))
              .addFindings(
                  LicenseFinding.newBuilder()
                      .setEdge(TO_QUANT)
                      .setVerdict(LicenseVerdict.LICENSE_VERDICT_COMPATIBLE))
              .addVerdictCounts(verdict(LicenseVerdict.LICENSE_VERDICT_COMPATIBLE))
              .addVerdictCounts(verdict(LicenseVerdict.LICENSE_VERDICT_CONFLICT))
              .build());

  @Test
  void changesAndConflictsStandInTables() {
    assertThat(LicensesView.render(answer, 10))
        .isEqualTo(
            """
            licences    relations
            unknown             1
            same                1
            no overlap          1

            Changes:
            change      made from  licences      artifact            licences
            no overlap  o/base     cc-by-sa-4.0  o/child [finetune]  mit
            unknown     gone       unknown       o/child [merge]     none

            Conflicts:
            artifact            licences  does not keep  of                     source
            o/child [finetune]  mit       share alike    o/base (cc-by-sa-4.0)  the text

            3 relations: 1 compatible, 1 conflict; feed at 9
            Not in the graph: models/none
            Cut at the depth asked for: there is more beyond 1 of these, such as o/quant.
            """);
  }

  @Test
  void longTablesAreShortened() {
    assertThat(LicensesView.render(answer, 1))
        .contains("mit\n… 1 more\n\nConflicts:")
        .doesNotContain("gone");
  }

  @Test
  void nothingIsSaidSo() {
    LicensesAnswer nothing =
        new LicensesAnswer(
            ListTraitChangesResponse.getDefaultInstance(),
            ListLicenseFindingsResponse.getDefaultInstance());
    assertThat(LicensesView.render(nothing, 10))
        .isEqualTo("No relation to follow a licence along.\n0 relations; feed at 0\n");
  }

  private static LineageEdge edge(String upstream, String downstream, RelationType type) {
    return LineageEdge.newBuilder()
        .setUpstream(upstream)
        .setDownstream(downstream)
        .setType(type)
        .build();
  }

  private static TraitChange.Builder change(LineageEdge edge, TraitChangeClass change) {
    return TraitChange.newBuilder().setEdge(edge).setChangeClass(change);
  }

  private static TraitChangeCount.Builder count(TraitChangeClass change) {
    return TraitChangeCount.newBuilder().setChangeClass(change).setCount(1);
  }

  private static LicenseVerdictCount.Builder verdict(LicenseVerdict verdict) {
    return LicenseVerdictCount.newBuilder().setVerdict(verdict).setCount(1);
  }
}
