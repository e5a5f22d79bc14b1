package dev.clade.lineage.ecosystem.powerlaw;

/**
 * The logarithm of the Hurwitz zeta function at one point, with its derivatives by the exponent.
 * All is relative to q, so that nothing underflows: with X distributed by the power law from q on,
 * these are the law's surprise at q and the mean and variance of ln(X/q).
 *
 * @param value ln(ζ(s, q)·qˢ), at least 0
 * @param mean the first derivative of ln(ζ(s, q)·qˢ), negated
 * @param variance the second derivative
 */
record LogZeta(double value, double mean, double variance) {
  /**
   * Returns the values at s above 1 and q at least 1, by the Euler–Maclaurin expansion.
   *
   * <p>Each term T of ζ is differentiated by way of its logarithm: with L = (ln T)′ it is T′ = T·L
   * and T″ = T·(L² + L′).
   */
  static LogZeta of(double s, long q) {
    Sum sum = new Sum();
    for (long k = q; k < HurwitzZeta.expandedFrom(s); k++) {
      double logarithm = Math.log((double) k / q);
      double term = Math.exp(-s * logarithm);
      if (term < HurwitzZeta.NEGLIGIBLE) {
        return sum.result();
      }
      sum.add(term, -logarithm, 0);
    }
    addExpansion(sum, s, q, Math.max(q, (long) Math.ceil(HurwitzZeta.expandedFrom(s))));
    return sum.result();
  }

  private static void addExpansion(Sum sum, double s, long q, long start) {
    double logarithm = Math.log((double) start / q);
    double power = Math.exp(-s * logarithm);
    double inverse = 1 / (s - 1);
    sum.add(start * power * inverse, -logarithm - inverse, inverse * inverse);
    sum.add(power / 2, -logarithm, 0);
    double term = power * s / start;
    double slope = 1 / s - logarithm;
    double bend = -1 / (s * s);
    for (int j = 0; j < HurwitzZeta.BERNOULLI.length; j++) {
      sum.add(HurwitzZeta.BERNOULLI[j] * term, slope, bend);
      double odd = s + 2 * j + 1;
      double even = odd + 1;
      term *= odd * even / ((double) start * start);
      slope += 1 / odd + 1 / even;
      bend -= 1 / (odd * odd) + 1 / (even * even);
    }
  }

  private static final class Sum {
    private double value;
    private double first;
    private double second;

    void add(double term, double slope, double bend) {
      value += term;
      first += term * slope;
      second += term * (slope * slope + bend);
    }

    LogZeta result() {
      double mean = -first / value;
      return new LogZeta(Math.log(value), mean, second / value - mean * mean);
    }
  }
}
