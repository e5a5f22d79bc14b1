package dev.clade.lineage.ecosystem.maintenance.status;

import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.clustering.CentroidCluster;
import org.hipparchus.clustering.Clusterable;
import org.hipparchus.clustering.KMeansPlusPlusClusterer;
import org.hipparchus.clustering.distance.EuclideanDistance;
import org.hipparchus.random.Well19937c;

/**
 * Clusters that k-means (Lloyd 1982) finds when it begins as k-means++ (Arthur and Vassilvitskii
 * 2007). The same rows and the same seed give the same clusters.
 */
final class KMeans {
  private static final int ITERATIONS = 300;

  private final int[] assignment;
  private final double[][] centers;
  private final double inertia;

  private KMeans(List<CentroidCluster<Row>> clusters, int rows, double inertia) {
    this.assignment = new int[rows];
    this.centers = new double[clusters.size()][];
    this.inertia = inertia;
    for (int i = 0; i < centers.length; i++) {
      centers[i] = clusters.get(i).getCenter().getPoint();
      for (Row row : clusters.get(i).getPoints()) {
        assignment[row.index] = i;
      }
    }
  }

  /**
   * Clusters rows, in O(restarts · iterations · rows · clusters · columns).
   *
   * @param clusters how many, at most as many as rows
   * @param restarts of which the one with the least inertia is kept, the first of equals
   */
  static KMeans of(double[][] rows, int clusters, int restarts, long seed) {
    List<Row> points = IntStream.range(0, rows.length).mapToObj(i -> new Row(i, rows[i])).toList();
    KMeansPlusPlusClusterer<Row> clusterer =
        new KMeansPlusPlusClusterer<>(
            clusters, ITERATIONS, new EuclideanDistance(), new Well19937c(seed));
    List<CentroidCluster<Row>> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < restarts; i++) {
      List<CentroidCluster<Row>> found = clusterer.cluster(points);
      double inertia = inertia(found);
      if (inertia < least) {
        least = inertia;
        best = found;
      }
    }
    return new KMeans(best, rows.length, least);
  }

  /** Returns the cluster of each row that it was made from. */
  int[] assignment() {
    return assignment.clone();
  }

  /** Returns the cluster whose centre is the nearest to a row. */
  int nearest(double[] row) {
    int nearest = 0;
    for (int i = 1; i < centers.length; i++) {
      nearest =
          Distances.squared(row, centers[i]) < Distances.squared(row, centers[nearest])
              ? i
              : nearest;
    }
    return nearest;
  }

  /** Returns the sum of the squared distances of the rows from the centres of their clusters. */
  double inertia() {
    return inertia;
  }

  private static double inertia(List<CentroidCluster<Row>> clusters) {
    return clusters.stream()
        .flatMapToDouble(
            each ->
                each.getPoints().stream()
                    .mapToDouble(row -> Distances.squared(row.point, each.getCenter().getPoint())))
        .sum();
  }

  /** A row that knows its place. */
  private static final class Row implements Clusterable {
    private final int index;
    private final double[] point;

    private Row(int index, double[] point) {
      this.index = index;
      this.point = point;
    }

    @Override
    public double[] getPoint() {
      return point;
    }
  }
}
