package dev.clade.lineage.ecosystem.rank;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/** Tails of distributions, by the functions that keep their digits where tails are thin. */
final class Probabilities {
  private Probabilities() {}

  /** Returns how likely a normal deviate is at least as far from 0 as z. */
  static double normalBothTails(double z) {
    return Erf.erfc(Math.abs(z) / Math.sqrt(2));
  }

  /** Returns how likely a chi-squared deviate is at least x. */
  static double chiSquaredUpperTail(double x, double degreesOfFreedom) {
    return Gamma.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
  }

  /**
   * Returns how likely a correlation is at least as far from 0 as r, by Student's t of n − 2
   * degrees of freedom, where {@code t² = (n − 2)·r² / (1 − r²)}.
   */
  static double correlationBothTails(double r, double degreesOfFreedom) {
    return Beta.regularizedBeta((1 - r) * (1 + r), degreesOfFreedom / 2, 0.5);
  }
}
