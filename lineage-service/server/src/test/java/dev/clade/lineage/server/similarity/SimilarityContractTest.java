package dev.clade.lineage.server.similarity;

import static dev.clade.lineage.server.testing.FakeEmbeddings.FAMILIES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.embedding.testing.DrawnHub;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.lineage.v1.AttributeSuggestion;
import dev.clade.lineage.v1.Collapse;
import dev.clade.lineage.v1.EmbeddingView;
import dev.clade.lineage.v1.FindSimilarRequest;
import dev.clade.lineage.v1.FindSimilarResponse;
import dev.clade.lineage.v1.InferParentsRequest;
import dev.clade.lineage.v1.InferParentsResponse;
import dev.clade.lineage.v1.ParentCandidate;
import dev.clade.lineage.v1.SimilarArtifact;
import dev.clade.lineage.v1.SuggestAttributesRequest;
import dev.clade.lineage.v1.SuggestAttributesResponse;
import dev.clade.lineage.v1.ViewScore;
import dev.clade.lineage.v1.WordScore;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SimilarityContractTest extends SimilarityServerTest {
  @Test
  void withoutAVersionThereIsNoAnswer() {
    FindSimilarRequest request = like(name(0, 1)).build();
    assertThat(failure(() -> similarity.findSimilar(request)).reason())
        .isEqualTo(Reason.EMBEDDING_MISSING);
  }

  @Test
  void whatIsSimilarIsFoundWithItsReasons() {
    serve("similar");
    FindSimilarResponse found =
        similarity.findSimilar(
            like(name(2, 3)).setMaxResults(5).setCollapse(Collapse.COLLAPSE_NOTHING).build());
    assertThat(found.getEmbedding()).isEqualTo("embeddings/similar");
    assertThat(found.getQueryViewsList())
        .contains(EmbeddingView.EMBEDDING_VIEW_CARD, EmbeddingView.EMBEDDING_VIEW_TAGS);
    assertThat(found.getArtifactsList())
        .hasSize(5)
        .extracting(SimilarArtifact::getName)
        .doesNotContain(name(2, 3))
        .allMatch(each -> each.startsWith("models/"));
    SimilarArtifact best = found.getArtifacts(0);
    assertThat(best.getViewScoresList())
        .extracting(ViewScore::getView)
        .contains(EmbeddingView.EMBEDDING_VIEW_CARD)
        .isSorted();
    // All names of a family begin alike.
    assertThat(best.getName()).contains("base2");
    assertThat(best.getWordScoresList())
        .allMatch(each -> each.getScore() > 0)
        .extracting(WordScore::getView)
        .containsExactly(
            EmbeddingView.EMBEDDING_VIEW_CARD,
            EmbeddingView.EMBEDDING_VIEW_TAGS,
            EmbeddingView.EMBEDDING_VIEW_IDENTITY);
    assertThat(best.getViewsList()).contains(EmbeddingView.EMBEDDING_VIEW_IDENTITY);
    assertThat(best.getLowEvidence()).isFalse();
  }

  @Test
  void filtersAndFamiliesNarrowWhatIsFound() {
    serve("similar");
    FindSimilarRequest.Builder all =
        like(name(0, 0)).setMaxResults(1_000).setCollapse(Collapse.COLLAPSE_NOTHING);
    assertThat(similarity.findSimilar(all.build()).getArtifactsCount())
        .isEqualTo(FAMILIES * DrawnHub.MEMBERS - 1);
    assertThat(
            similarity.findSimilar(all.clone().addTasks("fill-mask").build()).getArtifactsCount())
        .isEqualTo(FAMILIES / 3 * DrawnHub.MEMBERS);
    assertThat(
            similarity
                .findSimilar(all.clone().addKinds(ArtifactKind.ARTIFACT_KIND_SPACE).build())
                .getArtifactsCount())
        .isZero();
    FindSimilarResponse families =
        similarity.findSimilar(all.clone().setCollapse(Collapse.COLLAPSE_FAMILIES).build());
    assertThat(families.getArtifactsCount()).isEqualTo(FAMILIES);
    assertThat(families.getArtifactsList().stream().mapToInt(SimilarArtifact::getCollapsedCount))
        .allMatch(count -> count >= DrawnHub.MEMBERS - 2);
  }

  @Test
  void wordsFindCards() {
    serve("similar");
    FindSimilarResponse found =
        similarity.findSimilar(
            FindSimilarRequest.newBuilder()
                .setText("%s %s".formatted(DrawnHub.word(4, 2), DrawnHub.word(4, 3)))
                .setMaxResults(3)
                .setCollapse(Collapse.COLLAPSE_NOTHING)
                .build());
    assertThat(found.getQueryViewsList()).containsExactly(EmbeddingView.EMBEDDING_VIEW_CARD);
    assertThat(found.getArtifactsList())
        .hasSize(3)
        .allMatch(each -> each.getName().contains("base4"))
        .allMatch(SimilarArtifact::getLowEvidence);
    assertThat(found.getArtifacts(0).getWordScoresList())
        .extracting(WordScore::getView)
        .containsExactly(EmbeddingView.EMBEDDING_VIEW_CARD);
  }

  @Test
  void attributesAreSuggestedInTheContractsOrder() {
    serve("similar");
    SuggestAttributesResponse suggested =
        similarity.suggestAttributes(
            SuggestAttributesRequest.newBuilder().setName(name(1, 2)).setMaxValues(1).build());
    assertThat(suggested.getEmbedding()).isEqualTo("embeddings/similar");
    assertThat(suggested.getAttributesList())
        .extracting(AttributeSuggestion::getAttribute)
        .containsExactly("task", "license");
    AttributeSuggestion task = suggested.getAttributes(0);
    assertThat(task.getDeclared()).isEqualTo("fill-mask");
    assertThat(task.getValuesList()).hasSize(1);
    assertThat(task.getValues(0).getConfidence()).isBetween(0.1, 0.9);
    assertThat(task.getValues(0).getSupportersList())
        .isNotEmpty()
        .hasSizeLessThanOrEqualTo(5)
        .allMatch(each -> each.startsWith("models/"));
  }

  @Test
  void parentsAreInferredBesideWhatIsDeclared() {
    serve("similar");
    InferParentsResponse parents =
        similarity.inferParents(
            InferParentsRequest.newBuilder().setName(name(3, 4)).setMaxCandidates(4).build());
    assertThat(parents.getDeclaredList()).containsExactly(name(3, 0));
    assertThat(parents.getCandidatesList()).hasSizeBetween(1, 4);
    assertThat(parents.getCandidatesList())
        .filteredOn(each -> each.getState() == ParentCandidate.State.STATE_DECLARED)
        .extracting(ParentCandidate::getName)
        .isSubsetOf(name(3, 0));
    assertThat(parents.getCandidates(0).getEvidenceList())
        .extracting(ParentCandidate.Evidence::getName)
        .contains("vote", "same_owner", "link");
    assertThat(parents.getCandidates(0).getConfidence()).isBetween(0.0, 1.0);
  }

  @Test
  void anUnknownArtifactIsNotOneThatTheVersionLacks() {
    serve("similar");
    FindSimilarRequest none = like("models/no/such").build();
    assertThat(failure(() -> similarity.findSimilar(none)).reason())
        .isEqualTo(Reason.ARTIFACT_NOT_FOUND);
    InferParentsRequest later =
        InferParentsRequest.newBuilder().setName("models/x/unencoded").build();
    CladeException failure = failure(() -> similarity.inferParents(later));
    assertThat(failure.reason()).isEqualTo(Reason.ARTIFACT_NOT_ENCODED);
    assertThat(failure.metadata())
        .containsEntry("resource", "models/x/unencoded")
        .containsEntry("embedding", "embeddings/similar");
  }

  private static String name(int family, int member) {
    return "models/" + DrawnHub.id(family, member);
  }
}
