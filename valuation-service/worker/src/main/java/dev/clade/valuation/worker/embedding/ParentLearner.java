package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.parent.Confidence;
import dev.clade.embedding.parent.InferredParent;
import dev.clade.embedding.parent.ParentEvidence;
import dev.clade.embedding.parent.ParentInference;
import dev.clade.embedding.parent.ParentModel;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.ParentConfidence;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Learns to infer parents: the regression from rows that the network was not trained on, whose
 * declarations are hidden from all features as those of rows that declare nothing are; and how sure
 * it is from held-out rows, roots included, whose best candidate is always wrong.
 *
 * @param learnt the network
 * @param trainer what encodes by it
 */
record ParentLearner(TemporalHoldout holdout, LearntEmbedding learnt, ContrastiveTrainer trainer) {
  private static final int MOST_ROWS = 1_000;
  private static final int FEWEST_CHILDREN = 20;
  private static final int FEWEST_TESTED = 50;

  /**
   * Returns what was learned; nothing where too few rows declare parents.
   *
   * @param features of all rows, without what is held out
   * @param vectors what the network makes of them
   */
  Optional<ParentConfidence> learn(FeatureTable features, VectorTable vectors) {
    int[][] visible = holdout.visible().parents();
    int[] children = Draw.of(learnt.kept(), MOST_ROWS, row -> visible[row].length > 0);
    int[][] declared = holdout.declared().parents();
    int[][] offspring =
        new LineageGraph(declared, holdout.visible().datasets(), holdout.visible().uses())
            .children();
    int[] tested =
        Draw.of(
            holdout.split().test(),
            MOST_ROWS,
            row -> declared[row].length > 0 || offspring[row].length > 0);
    if (children.length < FEWEST_CHILDREN || tested.length < FEWEST_TESTED) {
      return Optional.empty();
    }
    ParentModel model = regression(children, visible);
    ParentEvidence evidence = evidence(features, vectors, holdout.visible());
    ParentInference inference =
        new ParentInference(evidence.facts(), evidence.candidates(), evidence.features(), model);
    return confidence(inference, tested, declared)
        .map(confidence -> new ParentConfidence(ParentEvidence.SCORERS, model, confidence));
  }

  private ParentModel regression(int[] children, int[][] parents) {
    BitSet hidden = new BitSet();
    Arrays.stream(learnt.kept()).forEach(hidden::set);
    LineageGraph shown = holdout.visible().hiding(hidden::get);
    FeatureTable features = learnt.features(holdout, shown, trainer);
    ParentEvidence evidence = evidence(features, learnt.vectors(features, trainer), shown);
    return ParentModel.train(
        children, parents, evidence.candidates(), evidence.features(), learnt.seed());
  }

  private ParentEvidence evidence(
      FeatureTable features, VectorTable vectors, LineageGraph visible) {
    return ParentEvidence.of(
        holdout.set().records(), features, learnt.weights(), vectors, visible, holdout.declared());
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
