package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.evaluation.Split;
import dev.clade.embedding.evaluation.label.LabelEvaluation;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.evaluation.label.NearestNeighbours;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.ParentTask;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.parent.LinkScorer;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.valuation.worker.contrastive.Validation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Scores a network by rows of a coalition's own that it is not trained on: the mean reciprocal rank
 * of their parents plus the accuracy of their labels from five examples a class.
 */
final class RetrievalValidation implements Validation {
  private static final int MOST_QUERIES = 200;
  private static final int SHOTS = 5;
  private static final long SEED = 13;

  private final PairOverlap pairs;
  private final ParentTask parents;
  private final List<LabelTask> labels;

  private RetrievalValidation(PairOverlap pairs, ParentTask parents, List<LabelTask> labels) {
    this.pairs = pairs;
    this.parents = parents;
    this.labels = labels;
  }

  /**
   * Returns the validation by some rows; nothing when they have neither parents nor labels of which
   * there are enough examples.
   *
   * @param declared what all rows declare, with what training does not see
   * @param learnt rows that are trained on
   * @param held rows to score by
   */
  static Optional<RetrievalValidation> of(
      PairOverlap pairs, Relations declared, List<LabelColumn> columns, int[] learnt, int[] held) {
    ParentTask parents =
        ParentTask.of(
            Draw.of(held, MOST_QUERIES, row -> declared.parents()[row].length > 0), declared);
    Split split = new Split("validation", learnt, new int[0], held);
    List<LabelTask> labels =
        columns.stream()
            .map(column -> LabelTask.of(column, split, 0, MOST_QUERIES, SEED))
            .filter(task -> task.test().length > 0)
            .toList();
    return parents.children().length == 0 && labels.isEmpty()
        ? Optional.empty()
        : Optional.of(new RetrievalValidation(pairs, parents, labels));
  }

  @Override
  public double score(NetworkWeights weights, float[] fused) {
    VectorTable vectors = new VectorTable(weights.shape().layers().embedding(), fused);
    LinkScorer links = new LinkScorer(weights, pairs, vectors, vectors);
    double found =
        Arrays.stream(ParentScore.of(links, parents).reciprocalRanks()).average().orElse(0);
    double right =
        labels.stream()
            .mapToDouble(
                task ->
                    LabelEvaluation.fewShot(
                            new NearestNeighbours("network", vectors), task, SHOTS, SEED)
                        .accuracy()
                        .mean())
            .average()
            .orElse(0);
    return found + right;
  }
}
