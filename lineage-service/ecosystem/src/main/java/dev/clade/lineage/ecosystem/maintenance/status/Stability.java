package dev.clade.lineage.ecosystem.maintenance.status;

import java.util.Arrays;
import java.util.Random;

/**
 * How alike clusters are when the models are drawn anew: as many, or no more than told, with
 * replacement; every model is then put to the nearest centre, and compared by the adjusted Rand
 * index (1 for the same).
 *
 * @param resamples how often
 * @param mean of the indices; NaN when there was no resample
 * @param least of them; NaN when there was no resample
 */
public record Stability(int resamples, double mean, double least) {
  /** Draws anew, at the cost of so many clusterings. */
  static Stability of(double[][] rows, int[] assignment, int clusters, StatusOptions options) {
    Random chance = new Random(options.seed());
    double[] indices = new double[options.resamples()];
    for (int i = 0; i < indices.length; i++) {
      double[][] drawn =
          chance
              .ints(Math.min(rows.length, options.sample()), 0, rows.length)
              .mapToObj(row -> rows[row])
              .toArray(double[][]::new);
      KMeans again = KMeans.of(drawn, clusters, options.restarts(), options.seed() + i + 1);
      indices[i] =
          AdjustedRandIndex.of(assignment, Arrays.stream(rows).mapToInt(again::nearest).toArray());
    }
    return new Stability(
        indices.length,
        Arrays.stream(indices).average().orElse(Double.NaN),
        Arrays.stream(indices).min().orElse(Double.NaN));
  }
}
