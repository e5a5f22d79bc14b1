package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.making.Labels;
import dev.clade.embedding.parent.IsotonicCalibration;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.AttributeConfidence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns how sure suggestions of attributes are: held-out rows ask the rows that are learned from,
 * and each value that these vote for is right or wrong.
 */
final class AttributeLearner {
  private static final Set<String> ATTRIBUTES =
      Set.of(Labels.TASK, Labels.LIBRARY, Labels.LICENSE, Labels.MODEL_TYPE);

  private static final int NEIGHBOURS = 20;
  private static final double TEMPERATURE = 0.07;
  private static final int MOST_QUERIES = 1_000;
  private static final int FEWEST_QUERIES = 50;

  private AttributeLearner() {}

  /** Returns what was learned of each attribute that enough held-out rows have. */
  static List<AttributeConfidence> learn(TemporalHoldout holdout, VectorTable vectors) {
    List<AttributeConfidence> learnt = new ArrayList<>();
    for (LabelColumn column : holdout.labels()) {
      int[] values = column.values();
      int[] examples =
          Arrays.stream(holdout.split().train())
              .filter(row -> values[row] != LabelColumn.NONE)
              .toArray();
      int[] queries =
          Draw.of(holdout.split().test(), MOST_QUERIES, row -> values[row] != LabelColumn.NONE);
      if (ATTRIBUTES.contains(column.task())
          && examples.length > 0
          && queries.length >= FEWEST_QUERIES) {
        learnt.add(
            new AttributeConfidence(
                column.task(), Optional.empty(), learn(column, vectors, examples, queries)));
      }
    }
    return learnt;
  }

  private static IsotonicCalibration learn(
      LabelColumn column, VectorTable vectors, int[] examples, int[] queries) {
    List<Double> shares = new ArrayList<>();
    List<Boolean> right = new ArrayList<>();
    for (int query : queries) {
      double[] votes = votes(column, vectors, examples, query);
      double all = Arrays.stream(votes).sum();
      for (int value = 0; value < votes.length; value++) {
        if (votes[value] > 0) {
          shares.add(votes[value] / all);
          right.add(value == column.values()[query]);
        }
      }
    }
    boolean[] outcomes = new boolean[right.size()];
    IntStream.range(0, outcomes.length).forEach(i -> outcomes[i] = right.get(i));
    return IsotonicCalibration.of(
        shares.stream().mapToDouble(Double::doubleValue).toArray(), outcomes);
  }

  /** The most similar examples vote for their values, each with the weight e^(cosine/0.07). */
  private static double[] votes(
      LabelColumn column, VectorTable vectors, int[] examples, int query) {
    float[] cosines = new float[examples.length];
    for (int i = 0; i < examples.length; i++) {
      cosines[i] = vectors.cosine(query, examples[i]);
    }
    float[] sorted = cosines.clone();
    Arrays.sort(sorted);
    float least = sorted[sorted.length - Math.min(NEIGHBOURS, sorted.length)];
    double[] votes = new double[column.classes().size()];
    for (int i = 0; i < examples.length; i++) {
      if (cosines[i] >= least) {
        votes[column.values()[examples[i]]] += Math.exp((cosines[i] - 1) / TEMPERATURE);
      }
    }
    return votes;
  }
}
