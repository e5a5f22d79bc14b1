package dev.clade.embedding.answer;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.parent.Confidence;
import dev.clade.embedding.parent.InferredParent;
import dev.clade.embedding.parent.ParentEvidence;
import dev.clade.embedding.parent.ParentInference;
import dev.clade.embedding.parent.ParentState;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.version.ParentConfidence;
import java.util.Arrays;
import java.util.List;

/** What rows may have been derived from. */
public final class ParentAnswers {
  private final ParentInference inference;
  private final Confidence confidence;
  private final int[][] declared;
  private final List<String> evidence;

  private ParentAnswers(
      ParentInference inference, Confidence confidence, int[][] declared, List<String> evidence) {
    this.inference = inference;
    this.confidence = confidence;
    this.declared = declared;
    this.evidence = List.copyOf(evidence);
  }

  /**
   * Prepares answers.
   *
   * @throws IllegalArgumentException if the version learned by other evidence than there is here
   */
  static ParentAnswers of(
      ParentConfidence learnt,
      EncodedRepositories encoded,
      FeatureTable features,
      NetworkWeights weights,
      VectorIndex index,
      LineageGraph graph,
      Relations relations) {
    ParentEvidence evidence =
        ParentEvidence.indexed(
            encoded.records(),
            RowTokens.withoutCards(features),
            weights,
            encoded.fused(),
            index,
            graph,
            relations);
    if (!learnt.scorers().equals(ParentEvidence.SCORERS)
        || learnt.model().weights().length != evidence.features().count() + 1) {
      throw new IllegalArgumentException(
          "the version infers parents by %s; here they are inferred by %s"
              .formatted(learnt.scorers(), ParentEvidence.SCORERS));
    }
    return new ParentAnswers(
        evidence.inference(learnt.model()),
        learnt.confidence(),
        graph.parents(),
        evidence.features().names());
  }

  /** Returns what the numbers of {@link InferredParent#evidence} are called. */
  public List<String> evidence() {
    return evidence;
  }

  /**
   * Returns the best candidates of a row, best first. What it declares itself was not looked at,
   * but a candidate that it declares is called so.
   *
   * @param count most candidates to return
   */
  public List<InferredParent> of(int row, int count) {
    return inference.judged(row, count, confidence).stream()
        .map(each -> isDeclared(row, each.parent()) ? declared(each) : each)
        .toList();
  }

  private boolean isDeclared(int row, int parent) {
    return Arrays.stream(declared[row]).anyMatch(each -> each == parent);
  }

  private static InferredParent declared(InferredParent each) {
    return new InferredParent(
        each.child(),
        each.parent(),
        ParentState.DECLARED,
        each.probability(),
        each.score(),
        each.evidence());
  }
}
