package dev.clade.lineage.server.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.server.testing.Traits;
import dev.clade.lineage.v1.ComplianceServiceGrpc;
import dev.clade.lineage.v1.ListLicenseFindingsRequest;
import dev.clade.lineage.v1.ListLicensesRequest;
import dev.clade.lineage.v1.ListObligationsRequest;
import dev.clade.lineage.v1.ListTraitChangesRequest;
import dev.clade.lineage.v1.Trait;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.page.PageToken;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers of the compliance service get wrong is told with field, value and rule. */
@QuarkusTest
class BadComplianceRequestsTest extends LineageServerTest {
  private ComplianceServiceGrpc.ComplianceServiceBlockingStub compliance;

  @BeforeEach
  void fill() {
    onlyHas(Traits.family());
    compliance = ComplianceServiceGrpc.newBlockingStub(client.channel());
  }

  @Test
  void changesOfNothing() {
    ListTraitChangesRequest.Builder nothing =
        ListTraitChangesRequest.newBuilder().setTrait(Trait.TRAIT_TASK);
    refused(changes(nothing), Reason.FIELD_REQUIRED, "names", "");
    refused(changes(changesOf("models/x/root").clearTrait()), Reason.FIELD_REQUIRED, "trait", "");
    refused(
        changes(nothing.addAllNames(Collections.nCopies(1_001, "models/x/root"))),
        Reason.FIELD_TOO_LONG,
        "names",
        "1001 names");
    refused(changes(changesOf("x/root")), Reason.FIELD_MALFORMED, "names", "x/root");
    assertThat(failure(changes(changesOf("models/none"))).reason())
        .isEqualTo(Reason.ARTIFACT_NOT_FOUND);
  }

  @Test
  void changesBeyondTheLimits() {
    ListTraitChangesRequest request = changesOf("models/x/root").build();
    outOfRange(changes(request.toBuilder().setMaxDepth(1_001)), "max_depth", "1001");
    outOfRange(changes(request.toBuilder().setMaxNodes(1_000_001)), "max_nodes", "1000001");
    outOfRange(changes(request.toBuilder().setMaxEdges(-1)), "max_edges", "-1");
    outOfRange(changes(request.toBuilder().setPageSize(-1)), "page_size", "-1");
  }

  @Test
  void changesOfKindsThatAreNone() {
    ListTraitChangesRequest request = changesOf("models/x/root").build();
    unknown(changes(request.toBuilder().setTraitValue(77)), "trait", "77");
    unknown(changes(request.toBuilder().addClassesValue(0)), "classes", "0");
    unknown(changes(request.toBuilder().addClassesValue(9)), "classes", "9");
    unknown(changes(request.toBuilder().setDirectionValue(9)), "direction", "9");
    unknown(changes(request.toBuilder().addRelationTypesValue(99)), "relation_types", "99");
  }

  @Test
  void tokensThatAreNoneOrOfAnotherQuery() {
    ListTraitChangesRequest request = changesOf("models/x/root").setPageSize(1).build();
    refused(
        changes(request.toBuilder().setPageToken("?!")),
        Reason.PAGE_TOKEN_INVALID,
        "page_token",
        "?!");
    String senseless = PageToken.encode(request, "nowhere");
    refused(
        changes(request.toBuilder().setPageToken(senseless)),
        Reason.PAGE_TOKEN_INVALID,
        "page_token",
        senseless);
    String token = compliance.listTraitChanges(request).getNextPageToken();
    assertThat(
            failure(changes(request.toBuilder().setTrait(Trait.TRAIT_TASK).setPageToken(token)))
                .reason())
        .isEqualTo(Reason.PAGE_TOKEN_MISMATCH);
  }

  @Test
  void badFindings() {
    ListLicenseFindingsRequest request =
        ListLicenseFindingsRequest.newBuilder().addNames("models/x/root").build();
    refused(findings(request.toBuilder().clearNames()), Reason.FIELD_REQUIRED, "names", "");
    unknown(findings(request.toBuilder().addVerdictsValue(4)), "verdicts", "4");
    unknown(findings(request.toBuilder().setDirectionValue(-1)), "direction", "-1");
    outOfRange(findings(request.toBuilder().setMaxDepth(-1)), "max_depth", "-1");
    outOfRange(findings(request.toBuilder().setMaxNodes(-1)), "max_nodes", "-1");
    outOfRange(findings(request.toBuilder().setMaxEdges(100_000_001)), "max_edges", "100000001");
    outOfRange(findings(request.toBuilder().setPageSize(-7)), "page_size", "-7");
  }

  @Test
  void badObligations() {
    ListObligationsRequest request =
        ListObligationsRequest.newBuilder().setName("models/x/root").build();
    refused(obligations(request.toBuilder().clearName()), Reason.FIELD_REQUIRED, "name", "");
    refused(
        obligations(request.toBuilder().setName("gpt2")), Reason.FIELD_MALFORMED, "name", "gpt2");
    outOfRange(obligations(request.toBuilder().setMaxNodes(1_000_001)), "max_nodes", "1000001");
    outOfRange(obligations(request.toBuilder().setPageSize(-1)), "page_size", "-1");
    unknown(obligations(request.toBuilder().addRelationTypesValue(99)), "relation_types", "99");
    assertThat(failure(obligations(request.toBuilder().setName("models/none"))).reason())
        .isEqualTo(Reason.ARTIFACT_NOT_FOUND);
  }

  @Test
  void badPagesOfTheTable() {
    outOfRange(
        () -> compliance.listLicenses(ListLicensesRequest.newBuilder().setPageSize(-1).build()),
        "page_size",
        "-1");
    refused(
        () -> compliance.listLicenses(ListLicensesRequest.newBuilder().setPageToken("!").build()),
        Reason.PAGE_TOKEN_INVALID,
        "page_token",
        "!");
  }

  private ThrowingCallable changes(ListTraitChangesRequest.Builder request) {
    return () -> compliance.listTraitChanges(request.build());
  }

  private ThrowingCallable findings(ListLicenseFindingsRequest.Builder request) {
    return () -> compliance.listLicenseFindings(request.build());
  }

  private ThrowingCallable obligations(ListObligationsRequest.Builder request) {
    return () -> compliance.listObligations(request.build());
  }

  private static ListTraitChangesRequest.Builder changesOf(String name) {
    return ListTraitChangesRequest.newBuilder().addNames(name).setTrait(Trait.TRAIT_LICENSE);
  }

  private static void outOfRange(ThrowingCallable call, String field, String value) {
    refused(call, Reason.FIELD_OUT_OF_RANGE, field, value);
  }

  private static void unknown(ThrowingCallable call, String field, String value) {
    refused(call, Reason.FIELD_UNKNOWN_VALUE, field, value);
  }

  private static void refused(ThrowingCallable call, Reason reason, String field, String value) {
    CladeException failure = failure(call);
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.metadata()).containsEntry("field", field).containsEntry("value", value);
    assertThat(failure.metadata().get("rule")).isNotEmpty();
  }

  private static CladeException failure(ThrowingCallable call) {
    return LineageClient.failure(catchThrowable(call));
  }
}
