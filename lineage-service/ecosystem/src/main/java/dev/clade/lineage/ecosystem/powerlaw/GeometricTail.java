package dev.clade.lineage.ecosystem.powerlaw;

/**
 * The discrete exponential distribution of the whole numbers x ≥ xmin, which is a shifted geometric
 * one: {@code p(x) = (1 − e^−λ)·e^(−λ(x − xmin))}.
 *
 * @param xmin the smallest number, at least 1
 * @param lambda λ, above 0
 */
public record GeometricTail(long xmin, double lambda) implements TailModel {
  /** Returns the likeliest distribution of the tail from an index on, whose mean is its own. */
  static GeometricTail likeliest(CountedValues values, int index) {
    long xmin = values.value(index);
    return new GeometricTail(xmin, Math.log1p(1 / (values.mean(index) - xmin)));
  }

  @Override
  public double logProbability(long x) {
    return Math.log(-Math.expm1(-lambda)) - lambda * (x - xmin);
  }
}
