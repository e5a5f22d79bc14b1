package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.evaluation.MissingViews;
import dev.clade.embedding.evaluation.Split;
import dev.clade.embedding.evaluation.baseline.VectorCosine;
import dev.clade.embedding.evaluation.label.LabelEvaluation;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.label.NearestNeighbours;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.ParentTask;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.embedding.evaluation.ranking.SimilarityTask;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.parent.LinkScorer;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures networks on the held-out rows: each looks for its parents, for its relatives, and for
 * its labels, with all that is known of it and then without its text and tags. What nobody could
 * find on these rows is not measured. All numbers are from 0 to 1; higher is better.
 */
final class HeldOutQuality {
  /** Behind the name of what is measured without text and tags. */
  static final String POOR = "_without_text_tags";

  private static final int MOST_QUERIES = 1_000;
  private static final int MOST_EXAMPLES = 20_000;
  private static final long SEED = 12;

  private final Holdout holdout;
  private final ParentTask parents;
  private final SimilarityTask relatives;
  private final List<LabelTask> labels = new ArrayList<>();

  /** Prepares what is asked of every network. */
  HeldOutQuality(Holdout holdout) {
    this.holdout = holdout;
    Split split = holdout.split();
    int[][] declared = holdout.declared().parents();
    parents =
        ParentTask.of(
            Draw.of(split.test(), MOST_QUERIES, row -> declared[row].length > 0),
            holdout.declared());
    relatives =
        SimilarityTask.relatives(
            Draw.of(split.test(), MOST_QUERIES, row -> declared[row].length > 0),
            split.train(),
            declared);
    for (LabelColumn column : holdout.labels()) {
      int[] examples =
          Draw.of(split.train(), MOST_EXAMPLES, row -> column.values()[row] != LabelColumn.NONE);
      LabelTask task =
          LabelTask.of(
              column,
              new Split(split.name(), examples, new int[0], split.test()),
              0,
              MOST_QUERIES,
              SEED);
      if (hasSeveralClasses(task)) {
        labels.add(task);
      }
    }
    if (parents.children().length == 0 && labels.isEmpty()) {
      throw new IllegalArgumentException(
          "%s has nothing to measure by: no later repository declares a parent or has a label of"
                  .formatted(holdout.set().name())
              + " which there are enough examples");
    }
  }

  /**
   * Measures a network.
   *
   * @param features of all rows, as the network was trained to read them
   */
  Map<String, Double> of(
      NetworkWeights weights, FeatureTable features, ContrastiveTrainer trainer) {
    int width = weights.shape().layers().embedding();
    VectorTable rich = new VectorTable(width, trainer.encode(weights, features));
    Map<String, Double> measured = new TreeMap<>();
    measure(weights, features, rich, rich, "", measured);
    FeatureTable less = MissingViews.remove(features, EnumSet.of(View.CARD, View.TAGS));
    VectorTable poor = new VectorTable(width, trainer.encode(weights, less));
    measure(weights, less, rich, poor, POOR, measured);
    return measured;
  }

  /** With one class everybody is right. */
  private static boolean hasSeveralClasses(LabelTask task) {
    int[] values = task.labels().values();
    return Arrays.stream(task.test()).map(row -> values[row]).distinct().count() > 1;
  }

  private void measure(
      NetworkWeights weights,
      FeatureTable asked,
      VectorTable rich,
      VectorTable queries,
      String suffix,
      Map<String, Double> measured) {
    if (parents.children().length > 0) {
      PairOverlap pairs = new PairOverlap(asked, holdout.declared());
      ParentScore score = ParentScore.of(new LinkScorer(weights, pairs, queries, rich), parents);
      measured.put("link_mrr" + suffix, score.meanReciprocalRank().mean());
      measured.put("link_hits_10" + suffix, score.hits(10).mean());
    }
    VectorTable mixed = withHeldOut(rich, queries);
    if (relatives.queries().length > 0) {
      SimilarityScore score = SimilarityScore.of(new VectorCosine("network", mixed), relatives);
      measured.put("similar_ndcg_10" + suffix, SimilarityScore.mean(score.ndcg10()).mean());
    }
    for (LabelTask task : labels) {
      measured.put(
          "label_accuracy_" + task.labels().task() + suffix,
          LabelEvaluation.full(new NearestNeighbours("network", mixed), task, SEED)
              .accuracy()
              .mean());
    }
  }

  /** Rows that are learned from keep what is known of them; those that ask do not. */
  private VectorTable withHeldOut(VectorTable rich, VectorTable queries) {
    float[] mixed = rich.values().clone();
    for (int row = 0; row < rich.rows(); row++) {
      if (!holdout.learnt().get(row)) {
        int from = row * rich.width();
        System.arraycopy(queries.values(), from, mixed, from, rich.width());
      }
    }
    return new VectorTable(rich.width(), mixed);
  }
}
