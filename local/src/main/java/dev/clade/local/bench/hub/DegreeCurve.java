package dev.clade.local.bench.hub;

/**
 * How many artifacts have at least so many relations: a falling curve through published points,
 * straight between them where both axes are logarithmic, and beyond the last one as steep as before
 * it.
 */
final class DegreeCurve {
  private final double[] degrees;
  private final double[] counts;

  /**
   * Creates a curve.
   *
   * @param points degree, then how many artifacts have at least that, at least two times; degrees
   *     rise from 1, counts fall
   */
  DegreeCurve(double... points) {
    degrees = new double[points.length / 2];
    counts = new double[points.length / 2];
    for (int i = 0; i < degrees.length; i++) {
      degrees[i] = points[2 * i];
      counts[i] = points[2 * i + 1];
    }
  }

  /**
   * Returns the degrees of all artifacts that have one, falling, in a hub that is larger by a
   * factor. The number of those with at least a degree is the curve's, times the factor, cut to a
   * whole number.
   */
  int[] degrees(double scale) {
    int[] found = new int[(int) Math.round(counts[0] * scale)];
    for (int rank = 0; rank < found.length; rank++) {
      found[rank] = (int) degreeAt((rank + 1) / scale);
    }
    return found;
  }

  private double degreeAt(double count) {
    int after = 1;
    while (after < counts.length - 1 && counts[after] > count) {
      after++;
    }
    double slope =
        Math.log(degrees[after] / degrees[after - 1]) / Math.log(counts[after] / counts[after - 1]);
    double degree = degrees[after] * Math.pow(count / counts[after], slope);
    // Rounding must not take a point of the curve itself down to the degree before.
    return Math.max(1, degree + 1e-9);
  }
}
