package dev.clade.embedding.evaluation.label;

import dev.clade.embedding.feature.LabelColumn;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;

/**
 * Votes of the most similar rows of the support: 20 of them, or all of a smaller support, each with
 * the weight e^(cosine/0.07).
 *
 * @param name in tables
 * @param vectors of all rows
 */
public record NearestNeighbours(String name, VectorTable vectors) implements LabelPredictor {
  private static final int MOST = 20;
  private static final double TEMPERATURE = 0.07;

  @Override
  public int[] predict(LabelColumn labels, int[] support, int[] validation, int[] queries) {
    return Arrays.stream(queries).map(query -> vote(labels, support, query)).toArray();
  }

  private int vote(LabelColumn labels, int[] support, int query) {
    int k = Math.min(MOST, support.length);
    float[] cosines = new float[support.length];
    for (int i = 0; i < support.length; i++) {
      cosines[i] = vectors.cosine(query, support[i]);
    }
    float[] sorted = cosines.clone();
    Arrays.sort(sorted);
    float least = sorted[support.length - k];
    double[] votes = new double[labels.classes().size()];
    for (int i = 0; i < support.length; i++) {
      // What is as near as the last of them votes too, whatever its place in the table.
      if (cosines[i] >= least) {
        votes[labels.values()[support[i]]] += Math.exp((cosines[i] - 1) / TEMPERATURE);
      }
    }
    int best = 0;
    for (int c = 1; c < votes.length; c++) {
      best = votes[c] > votes[best] ? c : best;
    }
    return best;
  }
}
