package dev.clade.valuation.game.estimate;

import org.hipparchus.analysis.solvers.BrentSolver;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * The value of one player.
 *
 * @param value Shapley or other value, in units of the utility
 * @param standardError standard error; NaN when it cannot be told
 * @param lower lower end of the 95 % interval; NaN when it cannot be told
 * @param upper upper end of the 95 % interval; NaN when it cannot be told
 * @param rank place by value, 1 for the highest; equal values share the better place
 */
public record PlayerValue(
    double value, double standardError, double lower, double upper, int rank) {
  private static final double UPPER_TAIL = 0.975;
  private static final double LEAST_LOGARITHM = -1;
  private static final double MOST_LOGARITHM = 18;
  private static final double PRECISION = 1e-10;

  /**
   * Returns the degrees of freedom of the standard error, read back from how many of it the 95 %
   * interval reaches: so intervals at other levels follow from what is stored. Infinity for an
   * interval of the normal distribution, NaN where there is none or it has no width.
   */
  public double degreesOfFreedom() {
    double reach = (upper - lower) / 2 / standardError;
    if (!Double.isFinite(reach)) {
      return Double.NaN;
    }
    if (excess(reach, MOST_LOGARITHM) <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    return Math.exp(
        new BrentSolver(PRECISION)
            .solve(100, x -> excess(reach, x), LEAST_LOGARITHM, MOST_LOGARITHM));
  }

  /**
   * Returns half the width of the t interval of another level.
   *
   * @param confidence probability of holding the truth, above 0 and below 1
   * @return NaN where the standard error cannot be told
   */
  public double halfWidth(double confidence) {
    if (standardError == 0) {
      return 0;
    }
    double degrees = degreesOfFreedom();
    return Double.isNaN(degrees)
        ? Double.NaN
        : standardError
            * new TDistribution(Math.min(degrees, Math.exp(MOST_LOGARITHM)))
                .inverseCumulativeProbability((1 + confidence) / 2);
  }

  private static double excess(double reach, double logarithm) {
    return new TDistribution(Math.exp(logarithm)).cumulativeProbability(reach) - UPPER_TAIL;
  }
}
