package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.parent.BestCandidates;
import dev.clade.embedding.parent.Confidence;
import dev.clade.embedding.parent.ParentEvidence;
import dev.clade.embedding.parent.ParentModel;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.ParentConfidence;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Learns to infer parents: the regression from rows that the network was not trained on, whose
 * declarations are hidden from all features as those of rows that declare nothing are; and how sure
 * it is from held-out rows, roots included, whose best candidate is always wrong.
 *
 * @param learnt the network
 * @param trainer what encodes by it
 */
public record ParentLearner(Holdout holdout, LearntEmbedding learnt, ContrastiveTrainer trainer) {
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
    int[] tested = judges();
    if (tested.length < FEWEST_TESTED) {
      return Optional.empty();
    }
    return model().flatMap(model -> confidence(model, tested, evidence(features, vectors)));
  }

  /** Returns the regression; nothing where too few of the rows to learn it from declare parents. */
  public Optional<ParentModel> model() {
    int[][] visible = holdout.visible().parents();
    int[] children = Draw.of(learnt.kept(), MOST_ROWS, row -> visible[row].length > 0);
    return children.length < FEWEST_CHILDREN
        ? Optional.empty()
        : Optional.of(regression(children, visible));
  }

  /** Returns the held-out rows that tell how sure it is: children and roots, at most 1,000. */
  public int[] judges() {
    int[][] declared = holdout.declared().parents();
    int[][] offspring =
        new LineageGraph(declared, holdout.visible().datasets(), holdout.visible().uses())
            .children();
    return Draw.of(
        holdout.split().test(),
        MOST_ROWS,
        row -> declared[row].length > 0 || offspring[row].length > 0);
  }

  /**
   * Returns what is known of parents when held-out rows ask.
   *
   * @param features of all rows, without what is held out
   * @param vectors what the network makes of them
   */
  public ParentEvidence evidence(FeatureTable features, VectorTable vectors) {
    return evidence(features, vectors, holdout.visible());
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

  private Optional<ParentConfidence> confidence(
      ParentModel model, int[] tested, ParentEvidence evidence) {
    BestCandidates best =
        BestCandidates.of(evidence.inference(model), tested, holdout.declared().parents());
    return best.rows().length == 0
        ? Optional.empty()
        : Optional.of(
            new ParentConfidence(
                ParentEvidence.SCORERS, model, Confidence.of(best.scores(), best.right())));
  }
}
