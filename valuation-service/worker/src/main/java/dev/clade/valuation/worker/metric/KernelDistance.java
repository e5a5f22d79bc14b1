package dev.clade.valuation.worker.metric;

/**
 * The squared maximum mean discrepancy of two samples for the kernel {@code k(x, y) = (x'y / d +
 * 1)³}; on features of images it is the kernel inception distance.
 *
 * <p>Unlike the Fréchet distance it is unbiased at every sample size, so it may be negative when
 * the samples are of nearly one distribution.
 *
 * <p>Source: Bińkowski, Sutherland, Arbel, Gretton, "Demystifying MMD GANs", ICLR 2018.
 *
 * @param value the unbiased estimate from all points
 * @param standardError standard error of the average of the estimates from ten disjoint blocks of
 *     both samples; a little larger than that of {@code value}, which sees the pairs across blocks
 *     too
 */
public record KernelDistance(double value, double standardError) {
  private static final int BLOCKS = 10;

  /** Points that a sample needs: two for each block. */
  static final int LEAST_POINTS = 2 * BLOCKS;

  /**
   * Compares samples in O(points²).
   *
   * @param across squared distances from the first sample's points (rows) to the second's
   */
  static KernelDistance between(PointCloud first, PointCloud second, double[][] across) {
    Kernel inFirst = new Kernel(first, first, first.within());
    Kernel inSecond = new Kernel(second, second, second.within());
    Kernel between = new Kernel(first, second, across);
    double mean = 0;
    double squares = 0;
    for (int block = 0; block < BLOCKS; block++) {
      double estimate = estimate(inFirst, inSecond, between, block, BLOCKS);
      // Welford's recurrence for the mean and the sum of squared deviations from it.
      double deviation = estimate - mean;
      mean += deviation / (block + 1);
      squares += deviation * (estimate - mean);
    }
    return new KernelDistance(
        estimate(inFirst, inSecond, between, 0, 1), Math.sqrt(squares / (BLOCKS - 1) / BLOCKS));
  }

  /** Estimates the distance from one of several equal blocks of consecutive points. */
  private static double estimate(
      Kernel inFirst, Kernel inSecond, Kernel between, int block, int blocks) {
    int rows = inFirst.rowNorms.length / blocks;
    int columns = inSecond.rowNorms.length / blocks;
    double pairs = between.sum(block * rows, rows, block * columns, columns);
    return inFirst.meanOfPairs(block * rows, rows)
        + inSecond.meanOfPairs(block * columns, columns)
        - 2 * pairs / ((double) rows * columns);
  }

  /** Gets inner products from distances: {@code x'y = (|x|² + |y|² - |x - y|²) / 2}. */
  private record Kernel(
      double[] rowNorms, double[] columnNorms, double[][] distances, double scale) {
    Kernel(PointCloud rows, PointCloud columns, double[][] distances) {
      this(rows.squaredNorms(), columns.squaredNorms(), distances, 0.5 / rows.dimensions());
    }

    double meanOfPairs(int from, int count) {
      double sum = sum(from, count, from, count);
      for (int i = from; i < from + count; i++) {
        sum -= cube(rowNorms[i] + columnNorms[i]);
      }
      return sum / ((double) count * (count - 1));
    }

    double sum(int firstRow, int rows, int firstColumn, int columns) {
      double sum = 0;
      for (int i = firstRow; i < firstRow + rows; i++) {
        double[] row = distances[i];
        for (int j = firstColumn; j < firstColumn + columns; j++) {
          sum += cube(rowNorms[i] + columnNorms[j] - row[j]);
        }
      }
      return sum;
    }

    private double cube(double twiceProduct) {
      double base = twiceProduct * scale + 1;
      return base * base * base;
    }
  }
}
