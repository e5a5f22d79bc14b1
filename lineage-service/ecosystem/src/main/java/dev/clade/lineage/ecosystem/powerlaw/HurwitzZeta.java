package dev.clade.lineage.ecosystem.powerlaw;

/**
 * The Hurwitz zeta function {@code ζ(s, q) = Σ (q + k)⁻ˢ} over k from 0, for one exponent and all
 * whole q from some first one on, relative to {@code first⁻ˢ} so that nothing underflows.
 *
 * <p>From some q on it is the Euler–Maclaurin expansion (DLMF 25.11.43), whose coefficients are
 * computed once; below, the terms are summed down from there into a table of some dozens. The
 * relative error is some ulps, times s·ln(q/first) where that is larger.
 */
final class HurwitzZeta {
  /** B₂ⱼ / (2j)! for j from 1. */
  static final double[] BERNOULLI = {
    1 / 12.0,
    -1 / 720.0,
    1 / 30_240.0,
    -1 / 1_209_600.0,
    1 / 47_900_160.0,
    -691 / 1_307_674_368_000.0,
    1 / 74_724_249_600.0,
    -3_617 / 10_670_622_842_880_000.0,
  };

  /** What is smaller than this, relative to the first term, has no part in the sum. */
  static final double NEGLIGIBLE = 1e-19;

  private final double exponent;
  private final long first;
  private final double origin;
  private final double[] coefficients = new double[BERNOULLI.length];
  private final double[] table;
  private final boolean vanishes;

  /**
   * @param exponent s, above 1
   * @param first the smallest q, at least 1
   */
  HurwitzZeta(double exponent, long first) {
    this.exponent = exponent;
    this.first = first;
    this.origin = Math.log((double) first);
    double rising = exponent;
    for (int j = 0; j < coefficients.length; j++) {
      coefficients[j] = BERNOULLI[j] * rising;
      rising *= (exponent + 2 * j + 1) * (exponent + 2 * j + 2);
    }
    long end = first;
    while (end < expandedFrom(exponent) && power(Math.log((double) end)) > NEGLIGIBLE) {
      end++;
    }
    this.vanishes = end < expandedFrom(exponent);
    this.table = new double[(int) (end - first)];
    double sum = at(end, Math.log((double) end));
    for (int i = table.length - 1; i >= 0; i--) {
      sum += power(Math.log((double) (first + i)));
      table[i] = sum;
    }
  }

  /** Returns the q from which eight terms of the expansion suffice. */
  static double expandedFrom(double exponent) {
    return 16 + exponent;
  }

  /** Returns ζ(s, q)·firstˢ for q at least first. */
  double at(long q) {
    return at(q, Math.log((double) q));
  }

  /** Returns ζ(s, q)·firstˢ for q at least first, where the logarithm of q is known. */
  double at(long q, double logarithm) {
    if (q - first < table.length) {
      return table[(int) (q - first)];
    }
    if (vanishes) {
      return 0;
    }
    double inverse = 1.0 / q;
    double square = inverse * inverse;
    double sum = 0;
    for (int j = coefficients.length - 1; j >= 0; j--) {
      sum = sum * square + coefficients[j];
    }
    return power(logarithm) * (q / (exponent - 1) + 0.5 + inverse * sum);
  }

  private double power(double logarithm) {
    return Math.exp(-exponent * (logarithm - origin));
  }
}
