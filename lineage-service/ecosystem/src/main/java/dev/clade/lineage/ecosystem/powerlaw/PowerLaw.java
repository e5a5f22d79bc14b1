package dev.clade.lineage.ecosystem.powerlaw;

/**
 * The discrete power law {@code p(x) = x^−α / ζ(α, xmin)} of the whole numbers x ≥ xmin (Clauset,
 * Shalizi and Newman 2009, table 2.1).
 *
 * @param xmin the smallest number, at least 1
 * @param alpha the exponent, above 1
 * @param surprise −ln p(xmin), which normalizes the law
 */
public record PowerLaw(long xmin, double alpha, double surprise) implements TailModel {
  private static final double PRECISION = 1e-14;
  private static final int STEPS = 100;

  /** Returns the power law of an exponent above 1 from an xmin of at least 1 on. */
  public static PowerLaw of(long xmin, double alpha) {
    if (xmin < 1 || !(alpha > 1)) {
      throw new IllegalArgumentException(
          "xmin must be at least 1 and alpha above 1: %d, %s".formatted(xmin, alpha));
    }
    return new PowerLaw(xmin, alpha, LogZeta.of(alpha, xmin).value());
  }

  /**
   * Returns the law that is likeliest for numbers of some mean logarithm.
   *
   * <p>That is the law which has this mean logarithm itself. By u = 1/(α − 1) its mean is nearly
   * linear (for large xmin, ln xmin + u), so Newton's method from the paper's approximation, {@code
   * u = mean − ln(xmin − ½)}, takes some four steps, and needs no start from a neighboring xmin.
   *
   * @param xmin at least 1
   * @param excess the mean of ln(x/xmin), above 0
   */
  static PowerLaw likeliest(long xmin, double excess) {
    double u = excess - Math.log1p(-0.5 / xmin);
    for (int step = 0; step < STEPS; step++) {
      LogZeta zeta = LogZeta.of(1 + 1 / u, xmin);
      // The mean's derivative by u is the variance over u².
      double next = u + u * u * (excess - zeta.mean()) / zeta.variance();
      next = next > 0 ? next : u / 2;
      boolean settled = Math.abs(next - u) <= PRECISION * u;
      u = next;
      if (settled) {
        break;
      }
    }
    return of(xmin, 1 + 1 / u);
  }

  @Override
  public double logProbability(long x) {
    return -alpha * Math.log((double) x / xmin) - surprise;
  }

  /** Returns the probability of x or more, for x at least xmin. */
  public double survival(long x) {
    return Math.exp(LogZeta.of(alpha, x).value() + logProbability(x));
  }

  /**
   * Returns the standard error of an exponent that was fitted to some numbers, from the curvature
   * of the likelihood (equation 3.6 of the paper).
   *
   * @param count how many numbers, at least 1
   */
  public double standardError(long count) {
    return 1 / Math.sqrt(count * LogZeta.of(alpha, xmin).variance());
  }
}
