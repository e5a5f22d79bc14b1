package dev.clade.lineage.ecosystem.powerlaw;

import java.util.random.RandomGenerator;

/**
 * Draws from a discrete power law, exactly: rejection from the rounded-down continuous law, after
 * Devroye (Non-Uniform Random Variate Generation, 1986, section X.6.1), for any xmin.
 */
final class PowerLawSampler {
  /** Larger numbers have no neighbors as a double. */
  private static final double LARGEST = 0x1p53;

  private final PowerLaw law;
  private final double exponent;
  private final double atXmin;

  PowerLawSampler(PowerLaw law) {
    this.law = law;
    this.exponent = 1 - law.alpha();
    this.atXmin = envelope((double) law.xmin());
  }

  /** Returns a number from xmin to 2⁵³; larger ones, if drawn, are drawn again. */
  long draw(RandomGenerator random) {
    while (true) {
      double x = Math.floor(law.xmin() * Math.pow(1 - random.nextDouble(), 1 / exponent));
      if (x < LARGEST && random.nextDouble() * envelope(x) <= atXmin) {
        return (long) x;
      }
    }
  }

  /** Returns the rounded-down law's p(x) over the power x^−α, which grows with x. */
  private double envelope(double x) {
    return -x * Math.expm1(exponent * Math.log1p(1 / x));
  }
}
