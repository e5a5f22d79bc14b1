package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.LicenseTerm;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.ListObligationsResponse;
import dev.clade.lineage.v1.Obligation;
import dev.clade.lineage.v1.ObligationOrigin;
import dev.clade.lineage.v1.Truncation;
import org.junit.jupiter.api.Test;

final class ObligationsViewTest {
  private static final LineageEdge TO_MINE = edge("models/o/base", "models/o/mine");

  @Test
  void licencesComeWithTheirWays() {
    ListObligationsResponse answer =
        ListObligationsResponse.newBuilder()
            .addOrigins(
                origin("models/o/mine")
                    .addObligations(
                        obligation("mit", "MIT License")
                            .addTerms(LicenseTerm.LICENSE_TERM_ATTRIBUTION)))
            .addOrigins(
                origin("models/o/base")
                    .addPath(TO_MINE)
                    .setUnclear(true)
                    .addUnknownLicenses("other")
                    .addObligations(
                        obligation("gpl-3.0", "GNU GPL 3.0")
                            .addTerms(LicenseTerm.LICENSE_TERM_SOURCE_CODE)
                            .addTerms(LicenseTerm.LICENSE_TERM_SHARE_ALIKE)))
            .addOrigins(
                origin("datasets/data")
                    .addPath(
                        edge("datasets/data", "models/o/base").toBuilder()
                            .setType(RelationType.RELATION_TYPE_TRAINED_ON))
                    .addPath(TO_MINE)
                    .setCatalogued(false)
                    .setUnclear(true))
            .addOrigins(origin("models/o/silent").addPath(TO_MINE).setUnclear(true))
            .addTerms(LicenseTerm.LICENSE_TERM_ATTRIBUTION)
            .addTerms(LicenseTerm.LICENSE_TERM_SOURCE_CODE)
            .addTerms(LicenseTerm.LICENSE_TERM_SHARE_ALIKE)
            .setUnclearCount(3)
            .setTruncation(
                Truncation.newBuilder()
                    .setReason(Truncation.Reason.REASON_MAX_NODES)
                    .addFrontier("models/o/base")
                    .setTotalFrontierCount(1))
            .setSnapshotSequence(5)
            .build();
    assertThat(ObligationsView.render(answer))
        .isEqualTo(
            """
            o/mine
              mit: attribution (MIT License)
            o/base → o/mine [finetune]
              gpl-3.0: source code, share alike (GNU GPL 3.0)
              unclear: the table does not have other
            datasets/data → o/base [trained on] → o/mine [finetune]
              unclear: not in the catalogue
            o/silent → o/mine [finetune]
              unclear: declares no licence
            Asked in all: attribution, source code, share alike
            3 unclear; feed at 5
            Cut at the number of artifacts asked for: there is more beyond 1 of these, such as o/base.
            """);
  }

  @Test
  void nothingIsSaidSo() {
    assertThat(ObligationsView.render(ListObligationsResponse.getDefaultInstance()))
        .isEqualTo("Nothing is asked.\n0 unclear; feed at 0\n");
  }

  private static ObligationOrigin.Builder origin(String name) {
    return ObligationOrigin.newBuilder().setName(name).setCatalogued(true);
  }

  private static Obligation.Builder obligation(String license, String source) {
    return Obligation.newBuilder().setLicense(license).setSource(source);
  }

  private static LineageEdge edge(String upstream, String downstream) {
    return LineageEdge.newBuilder()
        .setUpstream(upstream)
        .setDownstream(downstream)
        .setType(RelationType.RELATION_TYPE_FINETUNE)
        .build();
  }
}
