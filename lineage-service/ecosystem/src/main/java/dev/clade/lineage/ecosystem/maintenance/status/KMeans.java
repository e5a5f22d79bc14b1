package dev.clade.lineage.ecosystem.maintenance.status;

import java.util.Arrays;
import java.util.Random;

/**
 * Clusters that k-means (Lloyd 1982) finds when it begins as k-means++ (Arthur and Vassilvitskii
 * 2007). The same rows and the same seed give the same clusters. A cluster that loses its last row
 * keeps its centre.
 */
final class KMeans {
  private static final int ITERATIONS = 300;

  private final double[][] centers;
  private final int[] assignment;
  private double inertia;

  private KMeans(double[][] rows, int clusters, Random chance) {
    this.centers = new double[clusters][];
    this.assignment = new int[rows.length];
    begin(rows, chance);
    boolean changed = assign(rows);
    for (int i = 0; i < ITERATIONS && changed; i++) {
      move(rows);
      changed = assign(rows);
    }
  }

  /**
   * Clusters rows, in O(restarts · iterations · rows · clusters · columns).
   *
   * @param rows at least one
   * @param restarts of which the one with the least inertia is kept, the first of equals; at least
   *     1
   */
  static KMeans of(double[][] rows, int clusters, int restarts, long seed) {
    Random chance = new Random(seed);
    KMeans best = new KMeans(rows, clusters, chance);
    for (int i = 1; i < restarts; i++) {
      KMeans found = new KMeans(rows, clusters, chance);
      best = found.inertia < best.inertia ? found : best;
    }
    return best;
  }

  /** Returns the cluster of each row that it was made from. */
  int[] assignment() {
    return assignment.clone();
  }

  /** Returns the cluster whose centre is the nearest to a row, the first of equals. */
  int nearest(double[] row) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < centers.length; i++) {
      double distance = Distances.squared(row, centers[i]);
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /** Returns the sum of the squared distances of the rows from the centres of their clusters. */
  double inertia() {
    return inertia;
  }

  /** Draws the first centre evenly, and each other by the squared distance from those before. */
  private void begin(double[][] rows, Random chance) {
    double[] distances = new double[rows.length];
    Arrays.fill(distances, Double.POSITIVE_INFINITY);
    int drawn = chance.nextInt(rows.length);
    for (int i = 0; i < centers.length; i++) {
      centers[i] = rows[drawn].clone();
      double sum = 0;
      for (int j = 0; j < rows.length; j++) {
        distances[j] = Math.min(distances[j], Distances.squared(rows[j], centers[i]));
        sum += distances[j];
      }
      drawn = draw(distances, chance.nextDouble() * sum);
    }
  }

  private static int draw(double[] weights, double point) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i];
      if (sum > point) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Puts each row to the nearest centre, and says whether any changed its cluster. */
  private boolean assign(double[][] rows) {
    boolean changed = false;
    inertia = 0;
    for (int i = 0; i < rows.length; i++) {
      int nearest = nearest(rows[i]);
      changed |= nearest != assignment[i];
      assignment[i] = nearest;
      inertia += Distances.squared(rows[i], centers[nearest]);
    }
    return changed;
  }

  private void move(double[][] rows) {
    double[][] sums = new double[centers.length][rows[0].length];
    int[] sizes = new int[centers.length];
    for (int i = 0; i < rows.length; i++) {
      double[] sum = sums[assignment[i]];
      for (int j = 0; j < sum.length; j++) {
        sum[j] += rows[i][j];
      }
      sizes[assignment[i]]++;
    }
    for (int i = 0; i < centers.length; i++) {
      for (int j = 0; j < sums[i].length && sizes[i] > 0; j++) {
        centers[i][j] = sums[i][j] / sizes[i];
      }
    }
  }
}
