package dev.clade.lineage.server.similarity;

import dev.clade.embedding.answer.ParentAnswers;
import dev.clade.embedding.answer.RowFilter;
import dev.clade.embedding.answer.SuggestedAttribute;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.parent.InferredParent;
import dev.clade.embedding.search.SimilarHit;
import dev.clade.embedding.search.SimilarQuery.Collapse;
import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import dev.clade.lineage.server.graph.GraphKeeper;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Answers from a version of the embedding, each taking up to some tens of milliseconds: not for
 * event loops.
 *
 * <p>Who asks about an artifact that the version does not know is told {@link
 * Reason#ARTIFACT_NOT_ENCODED} when the graph has it, else {@link Reason#ARTIFACT_NOT_FOUND}.
 */
@Singleton
public final class Similarity {
  private final GraphKeeper graph;

  @Inject
  Similarity(GraphKeeper graph) {
    this.graph = graph;
  }

  /**
   * What was found.
   *
   * @param hits the best first
   * @param queryViews views of the query
   */
  public record Found(List<SimilarHit> hits, Set<View> queryViews) {}

  /**
   * What was suggested.
   *
   * @param attributes in the order of the contract
   * @param lowEvidence whether they rest on little
   */
  public record Suggested(List<SuggestedAttribute> attributes, boolean lowEvidence) {}

  /**
   * What was inferred.
   *
   * @param declared what the model declares
   * @param candidates the best first
   * @param evidence what the numbers of a candidate's evidence are called
   */
  public record Inferred(
      List<ArtifactName> declared, List<InferredParent> candidates, List<String> evidence) {}

  /**
   * Finds what is like an artifact by its vector and its words.
   *
   * @param count most to find
   */
  public Found find(
      ServedVersion version, ArtifactName name, RowFilter filter, Collapse collapse, int count) {
    int row = row(version, name);
    return new Found(
        version.answers().similar(row, filter, collapse, count), version.answers().views(row));
  }

  /**
   * Finds what fits words.
   *
   * @param count most to find
   * @throws CladeException {@link Reason#FIELD_MALFORMED} when no word is in the text
   */
  public Found find(
      ServedVersion version, String text, RowFilter filter, Collapse collapse, int count) {
    if (!version.answers().hasWords(text)) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, "text", text, "must have a word to look for");
    }
    return new Found(version.answers().similar(text, filter, collapse, count), Set.of(View.CARD));
  }

  /**
   * Suggests what an artifact does not say of itself.
   *
   * @param count most values of each attribute
   */
  public Suggested suggest(ServedVersion version, ArtifactName name, int count) {
    int row = row(version, name);
    return new Suggested(
        version.answers().suggest(row, count), version.answers().isLowEvidence(row));
  }

  /**
   * Infers what a model may stem from.
   *
   * @param count most candidates
   * @throws CladeException {@link Reason#PARENTS_NOT_LEARNED} when the version never learned to
   */
  public Inferred infer(ServedVersion version, ArtifactName model, int count) {
    ParentAnswers parents =
        version
            .answers()
            .parents()
            .orElseThrow(
                () ->
                    new CladeException(
                        Reason.PARENTS_NOT_LEARNED,
                        "the version of the embedding did not learn to infer parents",
                        Map.of("embedding", "embeddings/" + version.id())));
    int row = row(version, model);
    return new Inferred(
        version.answers().baseModels(row).stream().map(ArtifactName::model).toList(),
        parents.of(row, count),
        parents.evidence());
  }

  private int row(ServedVersion version, ArtifactName name) {
    OptionalInt row = version.row(name);
    if (row.isPresent()) {
      return row.getAsInt();
    }
    GraphSnapshot snapshot = graph.ready();
    int node =
        snapshot
            .find(name)
            .orElseThrow(() -> CladeException.notFound(Reason.ARTIFACT_NOT_FOUND, name.toString()));
    // The graph knows artifacts by earlier names too.
    return version
        .row(snapshot.name(node))
        .orElseThrow(
            () ->
                new CladeException(
                    Reason.ARTIFACT_NOT_ENCODED,
                    name.kind() == ArtifactKind.PAPER
                        ? "papers are not in the embedding"
                        : "the version of the embedding that is served does not have \"%s\": its"
                                .formatted(name)
                            + " feature set is older, or the catalogue knows too little of it",
                    Map.of(
                        "resource", name.toString(), "embedding", "embeddings/" + version.id())));
  }
}
