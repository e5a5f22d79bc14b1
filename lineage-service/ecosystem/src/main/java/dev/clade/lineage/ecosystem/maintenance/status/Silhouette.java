package dev.clade.lineage.ecosystem.maintenance.status;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * How well rows lie in their clusters (Rousseeuw 1987): of each row the mean distance a from the
 * others of its cluster and b from those of the nearest other cluster; the mean of (b − a) / max(a,
 * b), where a row alone in its cluster counts 0.
 *
 * @param mean −1 to 1, the more the better; NaN when all rows are in one cluster
 * @param sample among how many rows, drawn by chance when there are more
 */
public record Silhouette(double mean, int sample) {
  /**
   * Measures, in O(sample² · columns).
   *
   * @param most how many rows are looked at when there are more
   * @param seed decides which
   */
  static Silhouette of(double[][] rows, int[] clusters, int most, long seed) {
    int[] drawn =
        rows.length <= most
            ? IntStream.range(0, rows.length).toArray()
            : new Random(seed).ints(0, rows.length).distinct().limit(most).toArray();
    int count = Arrays.stream(clusters).max().orElse(0) + 1;
    double sum = 0;
    for (int row : drawn) {
      sum += of(row, rows, clusters, drawn, count);
    }
    return new Silhouette(sum / drawn.length, drawn.length);
  }

  private static double of(int row, double[][] rows, int[] clusters, int[] drawn, int count) {
    double[] sums = new double[count];
    int[] sizes = new int[count];
    for (int other : drawn) {
      sums[clusters[other]] += Math.sqrt(Distances.squared(rows[row], rows[other]));
      sizes[clusters[other]]++;
    }
    int own = clusters[row];
    double nearest =
        IntStream.range(0, count)
            .filter(each -> each != own && sizes[each] > 0)
            .mapToDouble(each -> sums[each] / sizes[each])
            .min()
            .orElse(Double.NaN);
    if (sizes[own] == 1) {
      return 0;
    }
    double within = sums[own] / (sizes[own] - 1);
    double larger = Math.max(within, nearest);
    return larger == 0 ? 0 : (nearest - within) / larger;
  }
}
