package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.parent.Confidence;
import dev.clade.embedding.parent.InferredParent;
import dev.clade.embedding.parent.ParentEvidence;
import dev.clade.embedding.parent.ParentInference;
import dev.clade.embedding.parent.ParentModel;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.ParentConfidence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Learns to infer parents: the regression from what rows that are learned from declare, and how
 * sure it is from held-out rows, roots included, whose best candidate is always wrong.
 */
final class ParentLearner {
  private static final int MOST_ROWS = 1_000;
  private static final int FEWEST_ROWS = 50;

  private ParentLearner() {}

  /** Returns what was learned; nothing where too few rows declare parents. */
  static Optional<ParentConfidence> learn(
      TemporalHoldout holdout,
      FeatureTable features,
      NetworkWeights weights,
      VectorTable vectors,
      long seed) {
    int[][] visible = holdout.visible().parents();
    int[] children = Draw.of(holdout.split().train(), MOST_ROWS, row -> visible[row].length > 0);
    int[][] declared = holdout.declared().parents();
    int[][] offspring =
        new LineageGraph(declared, holdout.visible().datasets(), holdout.visible().uses())
            .children();
    int[] tested =
        Draw.of(
            holdout.split().test(),
            MOST_ROWS,
            row -> declared[row].length > 0 || offspring[row].length > 0);
    if (children.length < FEWEST_ROWS || tested.length < FEWEST_ROWS) {
      return Optional.empty();
    }
    ParentEvidence evidence =
        ParentEvidence.of(
            holdout.set().records(),
            features,
            weights,
            vectors,
            holdout.visible(),
            holdout.declared());
    ParentModel model =
        ParentModel.train(children, visible, evidence.candidates(), evidence.features(), seed);
    ParentInference inference =
        new ParentInference(evidence.facts(), evidence.candidates(), evidence.features(), model);
    return confidence(inference, tested, declared)
        .map(confidence -> new ParentConfidence(ParentEvidence.SCORERS, model, confidence));
  }

  private static Optional<Confidence> confidence(
      ParentInference inference, int[] rows, int[][] declared) {
    double[] scores = new double[rows.length];
    boolean[] right = new boolean[rows.length];
    int count = 0;
    for (int row : rows) {
      List<InferredParent> ranked = inference.ranked(row);
      if (!ranked.isEmpty()) {
        InferredParent best = ranked.getFirst();
        scores[count] = best.score();
        right[count] = Arrays.stream(declared[row]).anyMatch(each -> each == best.parent());
        count++;
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(Confidence.of(Arrays.copyOf(scores, count), Arrays.copyOf(right, count)));
  }
}
