package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.feature.Relations;
import dev.clade.embedding.network.PairFeatures;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an embedding is trained on.
 *
 * @param features of all rows, also of those that are only looked at
 * @param labels the label of each of the network's tasks, in its order; none where it is not to be
 *     known
 * @param relations what rows are to each other, less what is not to be known
 * @param pairs what children and candidates for their parents have in common
 * @param rows the rows that are trained on, each once, at least 2
 * @param previous what an embedding that is served made of rows, which new vectors shall stay near
 */
public record TrainingSet(
    FeatureTable features,
    List<LabelColumn> labels,
    Relations relations,
    PairFeatures pairs,
    int[] rows,
    Optional<PreviousVectors> previous) {
  private static final double LARGEST_FAMILY_SHARE = 0.1;

  /**
   * Checks that all belongs together.
   *
   * @throws IllegalArgumentException if it does not
   */
  public TrainingSet {
    labels = List.copyOf(labels);
    int count = features.rows();
    require(relations.families().length, count, "relations");
    labels.forEach(label -> require(label.values().length, count, "labels of " + label.task()));
    previous.ifPresent(vectors -> require(vectors.rows(), count, "previous"));
    if (rows.length < 2) {
      throw new IllegalArgumentException(
          "rows: at least 2 are needed to tell apart; there are " + rows.length);
    }
    boolean[] seen = new boolean[count];
    for (int row : rows) {
      if (row < 0 || row >= count || seen[row]) {
        throw new IllegalArgumentException(
            "rows must be from 0 to %,d, each once; %,d is not so".formatted(count - 1, row));
      }
      seen[row] = true;
    }
  }

  /** Returns a set of which all rows are trained on, from nothing. */
  public static TrainingSet of(
      FeatureTable features, List<LabelColumn> labels, Relations relations, PairFeatures pairs) {
    int[] rows = new int[features.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row;
    }
    return new TrainingSet(features, labels, relations, pairs, rows, Optional.empty());
  }

  /**
   * Returns how likely two rows that are drawn are of one family, at most 0.1: the share of
   * negatives that are positives in truth.
   */
  public double familyShare() {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int row : rows) {
      sizes.merge(relations.families()[row], 1, Integer::sum);
    }
    double share = 0;
    for (int size : sizes.values()) {
      share += Math.pow((double) size / rows.length, 2);
    }
    return Math.min(LARGEST_FAMILY_SHARE, share);
  }

  private static void require(int rows, int expected, String what) {
    if (rows != expected) {
      throw new IllegalArgumentException(
          "%s: there are features of %,d rows; this has %,d".formatted(what, expected, rows));
    }
  }
}
