package dev.clade.lineage.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.server.testing.Traits;
import dev.clade.lineage.v1.ComplianceServiceGrpc;
import dev.clade.lineage.v1.Direction;
import dev.clade.lineage.v1.License;
import dev.clade.lineage.v1.LicenseConflict;
import dev.clade.lineage.v1.LicenseFinding;
import dev.clade.lineage.v1.LicenseTerm;
import dev.clade.lineage.v1.LicenseVerdict;
import dev.clade.lineage.v1.LicenseVerdictCount;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.ListLicenseFindingsRequest;
import dev.clade.lineage.v1.ListLicenseFindingsResponse;
import dev.clade.lineage.v1.ListLicensesRequest;
import dev.clade.lineage.v1.ListLicensesResponse;
import dev.clade.lineage.v1.ListObligationsRequest;
import dev.clade.lineage.v1.ListObligationsResponse;
import dev.clade.lineage.v1.Obligation;
import dev.clade.lineage.v1.ObligationOrigin;
import dev.clade.lineage.v1.Truncation;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Findings, obligations and the table that both are read from. */
@QuarkusTest
class LicenseQuestionsTest extends LineageServerTest {
  private ComplianceServiceGrpc.ComplianceServiceBlockingStub compliance;

  @BeforeEach
  void fill() {
    onlyHas(Traits.family());
    compliance = ComplianceServiceGrpc.newBlockingStub(client.channel());
  }

  @Test
  void eachRelationHasAVerdict() {
    ListLicenseFindingsResponse answer = findings(down("models/x/root"));
    assertThat(answer.getFindingsList())
        .extracting(
            finding -> finding.getEdge().getDownstream(),
            LicenseFinding::getVerdict,
            LicenseFinding::getUnknownLicensesList)
        .containsExactly(
            tuple("models/x/left", LicenseVerdict.LICENSE_VERDICT_CONFLICT, List.of()),
            tuple("models/x/right", LicenseVerdict.LICENSE_VERDICT_UNKNOWN, List.of()),
            tuple("models/x/merged", LicenseVerdict.LICENSE_VERDICT_COMPATIBLE, List.of()),
            tuple("models/x/merged", LicenseVerdict.LICENSE_VERDICT_UNKNOWN, List.of()),
            tuple("models/x/odd", LicenseVerdict.LICENSE_VERDICT_UNKNOWN, List.of("other")));
    LicenseFinding conflict = answer.getFindings(0);
    assertThat(conflict.getUpstreamLicensesList()).containsExactly("cc-by-sa-4.0");
    assertThat(conflict.getDownstreamLicensesList()).containsExactly("mit");
    assertThat(conflict.getUpstreamCatalogued()).isTrue();
    assertThat(conflict.getConflict())
        .isEqualTo(
            LicenseConflict.newBuilder()
                .setLicense("cc-by-sa-4.0")
                .addTerms(LicenseTerm.LICENSE_TERM_SHARE_ALIKE)
                .setSource(
                    "Creative Commons BY-SA 4.0, sections 3a and 3b; Creative Commons' list of"
                        + " compatible licenses")
                .setDownstreamLicense("mit")
                .build());
    assertThat(answer.getVerdictCountsList())
        .extracting(LicenseVerdictCount::getVerdict, LicenseVerdictCount::getCount)
        .containsExactly(
            tuple(LicenseVerdict.LICENSE_VERDICT_COMPATIBLE, 1L),
            tuple(LicenseVerdict.LICENSE_VERDICT_CONFLICT, 1L),
            tuple(LicenseVerdict.LICENSE_VERDICT_UNKNOWN, 3L));
    assertThat(answer.getTableVersion()).matches("[0-9a-f]{64}");
    assertThat(answer.getSnapshotSequence()).isEqualTo(6);
  }

  @Test
  void dataCountsWhenItIsAskedFor() {
    ListLicenseFindingsResponse answer =
        findings(
            down("datasets/x/data")
                .addRelationTypes(RelationType.RELATION_TYPE_TRAINED_ON)
                .addRelationTypes(RelationType.RELATION_TYPE_FINETUNE)
                .addVerdicts(LicenseVerdict.LICENSE_VERDICT_CONFLICT));
    assertThat(answer.getFindingsList())
        .extracting(
            finding -> finding.getEdge().getType(), finding -> finding.getConflict().getTerms(0))
        .containsExactly(
            tuple(RelationType.RELATION_TYPE_TRAINED_ON, LicenseTerm.LICENSE_TERM_NON_COMMERCIAL),
            tuple(RelationType.RELATION_TYPE_FINETUNE, LicenseTerm.LICENSE_TERM_SHARE_ALIKE));
  }

  @Test
  void findingsHavePagesAndAreResumed() {
    ListLicenseFindingsRequest.Builder request =
        down("models/x/root").setMaxNodes(3).setPageSize(1);
    List<String> names = new ArrayList<>();
    String token = "";
    do {
      ListLicenseFindingsResponse page = findings(request.setPageToken(token));
      page.getFindingsList().forEach(each -> names.add(each.getEdge().getDownstream()));
      token = page.getNextPageToken().isEmpty() ? page.getResumeToken() : page.getNextPageToken();
    } while (!token.isEmpty());
    assertThat(names)
        .containsExactly(
            "models/x/left",
            "models/x/right",
            "models/x/merged",
            "models/x/merged",
            "models/x/odd");
  }

  @Test
  void anUncataloguedParentIsTold() {
    LicenseFinding gone =
        findings(down("models/x/merged").setDirection(Direction.DIRECTION_UPSTREAM)).getFindings(0);
    assertThat(gone.getEdge().getUpstream()).isEqualTo("models/gone/base");
    assertThat(gone.getVerdict()).isEqualTo(LicenseVerdict.LICENSE_VERDICT_UNKNOWN);
    assertThat(gone.getUpstreamCatalogued()).isFalse();
  }

  @Test
  void obligationsComeWithTheWayThatBringsThem() {
    ListObligationsResponse answer = obligations(owing("models/x/merged"));
    assertThat(answer.getOriginsList())
        .extracting(
            ObligationOrigin::getName,
            ObligationOrigin::getDistance,
            origin -> origin.getObligationsList().stream().map(Obligation::getLicense).toList(),
            ObligationOrigin::getUnclear)
        .containsExactly(
            tuple("models/x/merged", 0, List.of("apache-2.0", "mit"), false),
            tuple("models/gone/base", 1, List.of(), true),
            tuple("models/x/right", 1, List.of(), true),
            tuple("models/x/root", 2, List.of("cc-by-sa-4.0"), false));
    ObligationOrigin root = answer.getOrigins(3);
    assertThat(root.getObligations(0).getTermsList())
        .containsExactly(
            LicenseTerm.LICENSE_TERM_ATTRIBUTION,
            LicenseTerm.LICENSE_TERM_STATE_CHANGES,
            LicenseTerm.LICENSE_TERM_SHARE_ALIKE);
    assertThat(root.getObligations(0).getSource()).startsWith("Creative Commons BY-SA 4.0");
    assertThat(root.getPathList())
        .extracting(LineageEdge::getUpstream, LineageEdge::getDownstream, LineageEdge::getType)
        .containsExactly(
            tuple("models/x/root", "models/x/left", RelationType.RELATION_TYPE_FINETUNE),
            tuple("models/x/left", "models/x/merged", RelationType.RELATION_TYPE_FINETUNE));
    assertThat(answer.getOrigins(1).getCatalogued()).isFalse();
    assertThat(answer.getTermsList())
        .containsExactly(
            LicenseTerm.LICENSE_TERM_ATTRIBUTION,
            LicenseTerm.LICENSE_TERM_LICENSE_COPY,
            LicenseTerm.LICENSE_TERM_STATE_CHANGES,
            LicenseTerm.LICENSE_TERM_SHARE_ALIKE);
    assertThat(answer.getUnclearCount()).isEqualTo(2);
    assertThat(answer.hasTruncation()).isFalse();
    assertThat(answer.getSnapshotSequence()).isEqualTo(6);
    assertThat(obligations(owing("models/x/odd")).getOrigins(0).getUnknownLicensesList())
        .containsExactly("other");
  }

  @Test
  void obligationsOfDataPassOnWhenAskedFor() {
    ListObligationsResponse answer =
        obligations(owing("models/x/root").addRelationTypes(RelationType.RELATION_TYPE_TRAINED_ON));
    assertThat(answer.getOrigins(1).getName()).isEqualTo("datasets/x/data");
    assertThat(answer.getTermsList()).contains(LicenseTerm.LICENSE_TERM_NON_COMMERCIAL);
  }

  @Test
  void obligationsHavePagesAndSayWhereTheyAreCut() {
    ListObligationsRequest.Builder request = owing("models/x/merged").setPageSize(3);
    ListObligationsResponse first = obligations(request);
    ListObligationsResponse rest = obligations(request.setPageToken(first.getNextPageToken()));
    assertThat(first.getOriginsCount()).isEqualTo(3);
    assertThat(rest.getOriginsList())
        .extracting(ObligationOrigin::getName)
        .containsExactly("models/x/root");
    assertThat(rest.getNextPageToken()).isEmpty();
    assertThat(rest.getTermsList()).isEqualTo(first.getTermsList());
    Truncation cut = obligations(owing("models/x/odd").setMaxNodes(2)).getTruncation();
    assertThat(cut.getReason()).isEqualTo(Truncation.Reason.REASON_MAX_NODES);
    assertThat(cut.getFrontierList()).containsExactly("models/x/left");
  }

  @Test
  void theTableIsListedPageByPage() {
    ListLicensesRequest.Builder request = ListLicensesRequest.newBuilder().setPageSize(30);
    List<License> licenses = new ArrayList<>();
    ListLicensesResponse page;
    do {
      page = compliance.listLicenses(request.build());
      licenses.addAll(page.getLicensesList());
      request.setPageToken(page.getNextPageToken());
    } while (!page.getNextPageToken().isEmpty());
    assertThat(licenses).hasSize((int) page.getTotalCount());
    assertThat(licenses).extracting(License::getId).isSorted().doesNotHaveDuplicates();
    assertThat(licenses)
        .contains(
            License.newBuilder()
                .setId("cc-by-nc-sa-2.0")
                .addTerms(LicenseTerm.LICENSE_TERM_ATTRIBUTION)
                .addTerms(LicenseTerm.LICENSE_TERM_SHARE_ALIKE)
                .addTerms(LicenseTerm.LICENSE_TERM_NON_COMMERCIAL)
                .addCompatibleLicenses("cc-by-nc-sa-3.0")
                .addCompatibleLicenses("cc-by-nc-sa-4.0")
                .setSource("Creative Commons BY-NC-SA 2.0, sections 4b to 4d")
                .build());
    assertThat(findings(down("models/x/root")).getTableVersion()).isEqualTo(page.getTableVersion());
  }

  private ListLicenseFindingsResponse findings(ListLicenseFindingsRequest.Builder request) {
    return compliance.listLicenseFindings(request.build());
  }

  private ListObligationsResponse obligations(ListObligationsRequest.Builder request) {
    return compliance.listObligations(request.build());
  }

  private static ListLicenseFindingsRequest.Builder down(String name) {
    return ListLicenseFindingsRequest.newBuilder()
        .addNames(name)
        .setDirection(Direction.DIRECTION_DOWNSTREAM);
  }

  private static ListObligationsRequest.Builder owing(String name) {
    return ListObligationsRequest.newBuilder().setName(name);
  }
}
