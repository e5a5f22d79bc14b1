package dev.clade.lineage.server.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.lineage.v1.FindSimilarRequest;
import dev.clade.lineage.v1.InferParentsRequest;
import dev.clade.lineage.v1.SuggestAttributesRequest;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers get wrong is told with field, value and rule. */
@QuarkusTest
class BadSimilarityRequestsTest extends SimilarityServerTest {
  private static final FindSimilarRequest LIKE = like("models/lab0/base0").build();

  private static final SuggestAttributesRequest LIKE_SUGGESTED =
      SuggestAttributesRequest.newBuilder().setName("models/lab0/base0").build();

  @BeforeEach
  void serveOne() {
    serve("asked");
  }

  @Test
  void badQueries() {
    refused(find(FindSimilarRequest.newBuilder()), Reason.FIELD_REQUIRED, "name");
    refused(find(like("")), Reason.FIELD_REQUIRED, "name");
    refused(find(like("lab0/base0")), Reason.FIELD_MALFORMED, "name");
    refused(find(like("papers/1234.5678")), Reason.FIELD_UNKNOWN_VALUE, "name");
    refused(find(text("")), Reason.FIELD_REQUIRED, "text");
    refused(find(text(" \n")), Reason.FIELD_REQUIRED, "text");
    refused(find(text("?!")), Reason.FIELD_MALFORMED, "text");
    refused(find(text("x".repeat(10_001))), Reason.FIELD_TOO_LONG, "text");
  }

  @Test
  void badFilters() {
    refused(find(LIKE.toBuilder().setMaxResults(-1)), Reason.FIELD_OUT_OF_RANGE, "max_results");
    refused(find(LIKE.toBuilder().setCollapseValue(9)), Reason.FIELD_UNKNOWN_VALUE, "collapse");
    refused(find(LIKE.toBuilder().addKindsValue(77)), Reason.FIELD_UNKNOWN_VALUE, "kinds");
    refused(find(LIKE.toBuilder().addKindsValue(0)), Reason.FIELD_UNKNOWN_VALUE, "kinds");
    refused(
        find(LIKE.toBuilder().addKinds(ArtifactKind.ARTIFACT_KIND_PAPER)),
        Reason.FIELD_UNKNOWN_VALUE,
        "kinds");
    refused(find(LIKE.toBuilder().addTasks(" ")), Reason.FIELD_MALFORMED, "tasks");
    refused(
        find(LIKE.toBuilder().addLibraries("x".repeat(201))), Reason.FIELD_TOO_LONG, "libraries");
    refused(
        find(LIKE.toBuilder().addAllLicenses(Collections.nCopies(101, "mit"))),
        Reason.FIELD_TOO_LONG,
        "licenses");
  }

  @Test
  void badSuggestions() {
    SuggestAttributesRequest.Builder request = SuggestAttributesRequest.newBuilder();
    refused(() -> similarity.suggestAttributes(request.build()), Reason.FIELD_REQUIRED, "name");
    refused(
        () -> similarity.suggestAttributes(LIKE_SUGGESTED.toBuilder().setMaxValues(-2).build()),
        Reason.FIELD_OUT_OF_RANGE,
        "max_values");
  }

  @Test
  void badParents() {
    InferParentsRequest.Builder request = InferParentsRequest.newBuilder();
    refused(() -> similarity.inferParents(request.build()), Reason.FIELD_REQUIRED, "name");
    refused(
        () -> similarity.inferParents(request.clone().setName("datasets/x/data").build()),
        Reason.FIELD_MALFORMED,
        "name");
    refused(
        () ->
            similarity.inferParents(
                request.clone().setName("models/lab0/base0").setMaxCandidates(-1).build()),
        Reason.FIELD_OUT_OF_RANGE,
        "max_candidates");
  }

  private ThrowingCallable find(FindSimilarRequest.Builder request) {
    return () -> similarity.findSimilar(request.build());
  }

  private static FindSimilarRequest.Builder text(String text) {
    return FindSimilarRequest.newBuilder().setText(text);
  }

  private static void refused(ThrowingCallable call, Reason reason, String field) {
    CladeException failure = failure(call);
    assertThat(failure.reason()).as(failure.getMessage()).isEqualTo(reason);
    assertThat(failure.metadata()).containsEntry("field", field).containsKeys("value", "rule");
  }
}
