package dev.clade.valuation.worker.metric;

/**
 * Points of a sample with the squared Euclidean distances among them, which every metric of
 * neighbours and kernels is made of.
 *
 * <p>Distances cost {@code points² * dimensions}, so a large sample is thinned to at most {@value
 * #MOST_POINTS} points, evenly spaced over its order.
 */
final class PointCloud {
  /** Largest number of points that are kept. */
  static final int MOST_POINTS = 2_048;

  private final double[][] points;
  private final double[][] within;

  private PointCloud(double[][] points) {
    this.points = points;
    this.within = squaredDistances(points, points);
  }

  /** Keeps points, points by dimensions, at least one. */
  static PointCloud of(double[][] points) {
    int kept = Math.min(points.length, MOST_POINTS);
    double[][] thinned = new double[kept][];
    for (int i = 0; i < kept; i++) {
      thinned[i] = points[(int) ((long) i * points.length / kept)];
    }
    return new PointCloud(thinned);
  }

  /** Returns how many points there are. */
  int size() {
    return points.length;
  }

  /** Returns the number of dimensions. */
  int dimensions() {
    return points[0].length;
  }

  /** Returns the squared distances among the points. */
  double[][] within() {
    return within;
  }

  /** Returns the squared distances from these points (rows) to others (columns). */
  double[][] to(PointCloud other) {
    return squaredDistances(points, other.points);
  }

  /** Returns the squared distance of each point from the origin. */
  double[] squaredNorms() {
    return squaredDistances(new double[1][dimensions()], points)[0];
  }

  /**
   * Returns the squared distance of each point to its k-th nearest other point, or to the farthest
   * where there are fewer others.
   */
  double[] squaredRadii(int k) {
    double[] radii = new double[points.length];
    for (int i = 0; i < radii.length; i++) {
      radii[i] = kthSmallest(within[i], i, Math.min(k, points.length - 1));
    }
    return radii;
  }

  /** Returns the k-th smallest of values without the one at an index; 0 when k is 0. */
  private static double kthSmallest(double[] values, int without, int k) {
    double[] smallest = new double[k];
    int filled = 0;
    for (int i = 0; i < values.length; i++) {
      if (i == without || filled == k && (k == 0 || values[i] >= smallest[k - 1])) {
        continue;
      }
      int place = filled < k ? filled++ : k - 1;
      while (place > 0 && smallest[place - 1] > values[i]) {
        smallest[place] = smallest[place - 1];
        place--;
      }
      smallest[place] = values[i];
    }
    return k == 0 ? 0 : smallest[k - 1];
  }

  /** Adds up dimension after dimension over whole rows, which a processor does several at once. */
  private static double[][] squaredDistances(double[][] points, double[][] others) {
    int dimensions = others[0].length;
    double[][] columns = new double[dimensions][others.length];
    for (int j = 0; j < others.length; j++) {
      for (int i = 0; i < dimensions; i++) {
        columns[i][j] = others[j][i];
      }
    }
    double[][] squares = new double[points.length][others.length];
    for (int row = 0; row < points.length; row++) {
      for (int i = 0; i < dimensions; i++) {
        addSquares(squares[row], columns[i], points[row][i]);
      }
    }
    return squares;
  }

  private static void addSquares(double[] sums, double[] column, double value) {
    for (int j = 0; j < sums.length; j++) {
      double difference = value - column[j];
      sums[j] += difference * difference;
    }
  }
}
