package dev.clade.lineage.ecosystem.library;

import dev.clade.lineage.ecosystem.trend.LeastSquares;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The line through direct descendants by downloads, log₁₀(n + 10⁻⁵) against log₁₀(d + 10⁻⁵), as in
 * the figure of Jones et al. (arXiv 2406.08205). A zero stands at −5, far from a 1.
 *
 * @param points how many it was fitted to
 * @param slope how many powers of ten descendants grow by, for each power of ten of downloads
 * @param intercept the height at one download
 * @param correlation Pearson's r of the logarithms; NaN when all have equally many descendants
 */
record DescendantLine(
    int points,
    LeastSquares.Coefficient slope,
    LeastSquares.Coefficient intercept,
    double correlation) {
  private static final double SHIFT = 1e-5;
  private static final double CONFIDENCE = .95;
  private static final int FEWEST_POINTS = 3;

  /** Fits some points; nothing when they are fewer than three, or have all the same downloads. */
  static Optional<DescendantLine> of(List<Point> points) {
    double[] x = points.stream().mapToDouble(each -> logarithm(each.downloads())).toArray();
    double[] y = points.stream().mapToDouble(each -> logarithm(each.descendants())).toArray();
    if (x.length < FEWEST_POINTS || Arrays.stream(x).distinct().count() < 2) {
      return Optional.empty();
    }
    LeastSquares line = LeastSquares.line(x, y, CONFIDENCE);
    LeastSquares.Coefficient slope = line.coefficients().get(1);
    return Optional.of(
        new DescendantLine(
            x.length,
            slope,
            line.coefficients().get(0),
            Math.signum(slope.value()) * Math.sqrt(line.rSquared())));
  }

  /** Returns how many descendants the line has at some downloads. */
  double at(double downloads) {
    return Math.pow(10, intercept.value() + slope.value() * Math.log10(downloads));
  }

  private static double logarithm(long value) {
    return Math.log10(value + SHIFT);
  }

  /**
   * A model that others were derived from.
   *
   * @param downloads its own or its descendants', at least 0
   * @param descendants how many were derived from it directly, at least 1
   */
  record Point(long downloads, long descendants) {
    /** Returns each point once, by downloads, then by descendants. */
    static List<Point> different(List<Point> points) {
      return points.stream()
          .distinct()
          .sorted(Comparator.comparingLong(Point::downloads).thenComparingLong(Point::descendants))
          .toList();
    }
  }
}
