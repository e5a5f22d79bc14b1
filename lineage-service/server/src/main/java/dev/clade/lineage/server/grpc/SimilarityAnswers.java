package dev.clade.lineage.server.grpc;

import dev.clade.embedding.answer.SuggestedAttribute;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.parent.InferredParent;
import dev.clade.embedding.parent.ParentState;
import dev.clade.embedding.search.SimilarHit;
import dev.clade.lineage.server.similarity.ServedVersion;
import dev.clade.lineage.server.similarity.Similarity;
import dev.clade.lineage.v1.AttributeSuggestion;
import dev.clade.lineage.v1.EmbeddingView;
import dev.clade.lineage.v1.FindSimilarResponse;
import dev.clade.lineage.v1.InferParentsResponse;
import dev.clade.lineage.v1.ParentCandidate;
import dev.clade.lineage.v1.SimilarArtifact;
import dev.clade.lineage.v1.SuggestAttributesResponse;
import dev.clade.lineage.v1.ViewScore;
import dev.clade.lineage.v1.WordScore;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Writes answers from the embedding. */
final class SimilarityAnswers {
  private SimilarityAnswers() {}

  static FindSimilarResponse of(ServedVersion version, Similarity.Found found) {
    FindSimilarResponse.Builder response =
        FindSimilarResponse.newBuilder()
            .setEmbedding(name(version))
            .addAllQueryViews(views(found.queryViews()));
    found.hits().forEach(hit -> response.addArtifacts(artifact(version, hit)));
    return response.build();
  }

  static SuggestAttributesResponse of(ServedVersion version, Similarity.Suggested suggested) {
    SuggestAttributesResponse.Builder response =
        SuggestAttributesResponse.newBuilder()
            .setEmbedding(name(version))
            .setLowEvidence(suggested.lowEvidence());
    suggested.attributes().forEach(each -> response.addAttributes(attribute(version, each)));
    return response.build();
  }

  static InferParentsResponse of(ServedVersion version, Similarity.Inferred inferred) {
    InferParentsResponse.Builder response =
        InferParentsResponse.newBuilder().setEmbedding(name(version));
    inferred.declared().forEach(base -> response.addDeclared(base.toString()));
    inferred
        .candidates()
        .forEach(each -> response.addCandidates(candidate(version, each, inferred.evidence())));
    return response.build();
  }

  private static SimilarArtifact artifact(ServedVersion version, SimilarHit hit) {
    SimilarArtifact.Builder artifact =
        SimilarArtifact.newBuilder()
            .setName(version.name(hit.row()).toString())
            .setCosine(hit.cosine())
            .addAllViews(views(hit.present()))
            .setLowEvidence(hit.lowEvidence())
            .setCollapsedCount(hit.collapsed());
    hit.views().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                artifact.addViewScores(
                    ViewScore.newBuilder()
                        .setView(view(each.getKey()))
                        .setCosine(each.getValue())));
    hit.words().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                artifact.addWordScores(
                    WordScore.newBuilder().setView(view(each.getKey())).setScore(each.getValue())));
    return artifact.build();
  }

  private static AttributeSuggestion attribute(ServedVersion version, SuggestedAttribute given) {
    AttributeSuggestion.Builder attribute =
        AttributeSuggestion.newBuilder()
            .setAttribute(attribute(given.attribute()))
            .setDeclared(given.declared());
    for (SuggestedAttribute.Value value : given.values()) {
      attribute.addValues(
          AttributeSuggestion.SuggestedValue.newBuilder()
              .setValue(value.value())
              .setConfidence(value.confidence())
              .addAllSupporters(
                  Arrays.stream(value.supporters())
                      .mapToObj(row -> version.name(row).toString())
                      .toList()));
    }
    return attribute.build();
  }

  private static ParentCandidate candidate(
      ServedVersion version, InferredParent parent, List<String> evidence) {
    ParentCandidate.Builder candidate =
        ParentCandidate.newBuilder()
            .setName(version.name(parent.parent()).toString())
            .setState(state(parent.state()))
            .setConfidence(parent.probability())
            .setScore(parent.score());
    for (int i = 0; i < evidence.size(); i++) {
      candidate.addEvidence(
          ParentCandidate.Evidence.newBuilder()
              .setName(evidence.get(i))
              .setValue(parent.evidence()[i]));
    }
    return candidate.build();
  }

  private static String name(ServedVersion version) {
    return "embeddings/" + version.id();
  }

  private static List<EmbeddingView> views(Collection<View> views) {
    return views.stream().sorted().map(SimilarityAnswers::view).toList();
  }

  private static EmbeddingView view(View view) {
    return switch (view) {
      case CARD -> EmbeddingView.EMBEDDING_VIEW_CARD;
      case TAGS -> EmbeddingView.EMBEDDING_VIEW_TAGS;
      case NUMERIC -> EmbeddingView.EMBEDDING_VIEW_NUMERIC;
      case LINEAGE -> EmbeddingView.EMBEDDING_VIEW_LINEAGE;
      case ACTIVITY -> EmbeddingView.EMBEDDING_VIEW_ACTIVITY;
      case IDENTITY -> EmbeddingView.EMBEDDING_VIEW_IDENTITY;
    };
  }

  private static ParentCandidate.State state(ParentState state) {
    return switch (state) {
      case DECLARED -> ParentCandidate.State.STATE_DECLARED;
      case INFERRED_HIGH -> ParentCandidate.State.STATE_INFERRED_HIGH;
      case SUGGESTED -> ParentCandidate.State.STATE_SUGGESTED;
      case UNKNOWN -> ParentCandidate.State.STATE_UNKNOWN;
    };
  }

  /** The contract calls tasks and libraries what people do. */
  private static String attribute(String label) {
    return switch (label) {
      case Labels.TASK -> "task";
      case Labels.LIBRARY -> "library";
      default -> label;
    };
  }
}
