package dev.clade.embedding.network;

/**
 * The Gaussian error linear unit: a number times the probability that a standard normal variable is
 * below it.
 *
 * <p>Source: Hendrycks and Gimpel, arXiv 1606.08415; the error function is approximated to 1.5e-7
 * by Abramowitz and Stegun, "Handbook of mathematical functions" (1964), formula 7.1.26.
 */
final class Gelu {
  private static final double P = 0.3275911;
  private static final double A1 = 0.254829592;
  private static final double A2 = -0.284496736;
  private static final double A3 = 1.421413741;
  private static final double A4 = -1.453152027;
  private static final double A5 = 1.061405429;

  private Gelu() {}

  /** Returns what the unit makes of a number. */
  static float of(float x) {
    double scaled = Math.abs(x) / Math.sqrt(2);
    double t = 1 / (1 + P * scaled);
    double tail = t * (A1 + t * (A2 + t * (A3 + t * (A4 + t * A5)))) * Math.exp(-scaled * scaled);
    return (float) (x * (x < 0 ? tail / 2 : 1 - tail / 2));
  }
}
