package dev.clade.lineage.server.grpc;

import static dev.clade.lineage.server.testing.Artifacts.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.clade.lineage.server.testing.LineageClient;
import dev.clade.lineage.server.testing.LineageServerTest;
import dev.clade.lineage.v1.GetFamilyRequest;
import dev.clade.lineage.v1.GetLineageRequest;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.page.PageToken;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers get wrong is told with field, value and rule. */
@QuarkusTest
class BadRequestsTest extends LineageServerTest {
  @BeforeEach
  void fill() {
    onlyHas(model("x/base"), model("x/a", "x/base"), model("x/b", "x/base"));
  }

  @Test
  void noNames() {
    refused(request(), Reason.FIELD_REQUIRED, "names", "");
  }

  @Test
  void tooManyNames() {
    GetLineageRequest.Builder many =
        request().addAllNames(Collections.nCopies(1_001, "models/x/a"));
    refused(many, Reason.FIELD_TOO_LONG, "names", "1001 names");
  }

  @Test
  void aNameThatIsNoResourceName() {
    refused(request("x/a"), Reason.FIELD_MALFORMED, "names", "x/a");
  }

  @Test
  void depthTooLargeOrNegative() {
    refused(request("models/x/a").setMaxDepth(101), Reason.FIELD_OUT_OF_RANGE, "max_depth", "101");
    refused(request("models/x/a").setMaxDepth(-1), Reason.FIELD_OUT_OF_RANGE, "max_depth", "-1");
  }

  @Test
  void tooManyNodes() {
    refused(
        request("models/x/a").setMaxNodes(1_000_001),
        Reason.FIELD_OUT_OF_RANGE,
        "max_nodes",
        "1000001");
  }

  @Test
  void negativePageSize() {
    refused(request("models/x/a").setPageSize(-5), Reason.FIELD_OUT_OF_RANGE, "page_size", "-5");
  }

  @Test
  void unknownTypesAndDirections() {
    refused(
        request("models/x/a").addRelationTypesValue(99),
        Reason.FIELD_UNKNOWN_VALUE,
        "relation_types",
        "99");
    refused(
        request("models/x/a").setDirectionValue(9), Reason.FIELD_UNKNOWN_VALUE, "direction", "9");
  }

  @Test
  void everyNameUnknown() {
    CladeException failure =
        LineageClient.failure(
            catchThrowable(() -> lineage.getLineage(request("models/none").build())));
    assertThat(failure.reason()).isEqualTo(Reason.ARTIFACT_NOT_FOUND);
    assertThat(failure.metadata()).containsEntry("resource", "models/none");
  }

  @Test
  void aTokenOfAnotherQuery() {
    String token =
        lineage.getLineage(request("models/x/base").setPageSize(1).build()).getNextPageToken();
    CladeException failure =
        LineageClient.failure(
            catchThrowable(
                () -> lineage.getLineage(request("models/x/a").setPageToken(token).build())));
    assertThat(failure.reason()).isEqualTo(Reason.PAGE_TOKEN_MISMATCH);
    assertThat(failure.metadata()).containsEntry("field", "page_token");
  }

  @Test
  void tokensThatAreNone() {
    refused(
        request("models/x/a").setPageToken("?!"), Reason.PAGE_TOKEN_INVALID, "page_token", "?!");
    GetLineageRequest query = request("models/x/a").build();
    String senseless = PageToken.encode(query, "nowhere");
    refused(
        query.toBuilder().setPageToken(senseless),
        Reason.PAGE_TOKEN_INVALID,
        "page_token",
        senseless);
  }

  @Test
  void familiesOfNothingOrNoModel() {
    refused(family(""), Reason.FIELD_REQUIRED, "name", "");
    refused(family("gpt2"), Reason.FIELD_MALFORMED, "name", "gpt2");
    refused(family("datasets/wiki"), Reason.FIELD_MALFORMED, "name", "datasets/wiki");
    refused(family("models/x/a").setMaxNodes(-1), Reason.FIELD_OUT_OF_RANGE, "max_nodes", "-1");
    refused(family("models/x/a").setPageSize(-1), Reason.FIELD_OUT_OF_RANGE, "page_size", "-1");
    CladeException failure =
        LineageClient.failure(
            catchThrowable(() -> lineage.getFamily(family("models/none").build())));
    assertThat(failure.reason()).isEqualTo(Reason.ARTIFACT_NOT_FOUND);
  }

  private void refused(
      GetLineageRequest.Builder request, Reason reason, String field, String value) {
    tells(catchThrowable(() -> lineage.getLineage(request.build())), reason, field, value);
  }

  private void refused(
      GetFamilyRequest.Builder request, Reason reason, String field, String value) {
    tells(catchThrowable(() -> lineage.getFamily(request.build())), reason, field, value);
  }

  private static void tells(Throwable thrown, Reason reason, String field, String value) {
    CladeException failure = LineageClient.failure(thrown);
    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.metadata()).containsEntry("field", field).containsEntry("value", value);
    assertThat(failure.metadata().get("rule")).isNotEmpty();
  }

  private static GetLineageRequest.Builder request(String... names) {
    return GetLineageRequest.newBuilder().addAllNames(List.of(names));
  }

  private static GetFamilyRequest.Builder family(String name) {
    return GetFamilyRequest.newBuilder().setName(name);
  }
}
