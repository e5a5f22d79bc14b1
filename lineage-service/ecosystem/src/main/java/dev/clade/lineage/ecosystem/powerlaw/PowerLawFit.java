package dev.clade.lineage.ecosystem.powerlaw;

import java.util.Optional;

/**
 * The power law that fits some counts best.
 *
 * @param law the law with its xmin
 * @param standardError of the exponent
 * @param distance the Kolmogorov–Smirnov distance of the law from the tail: the largest difference,
 *     over the tail's observed values x, between the shares of numbers below x. Between observed
 *     values it is not looked at, as in the Python package {@code powerlaw} and in plfit
 * @param tail how many values are at least xmin
 * @param total how many values there are; zeros do not count
 */
public record PowerLawFit(
    PowerLaw law, double standardError, double distance, long tail, long total) {
  /** The fewest values in a tail that a law is fitted to. */
  public static final int SMALLEST_TAIL = 50;

  /**
   * Fits the law above each observed value whose tail has {@link #SMALLEST_TAIL} values, two of
   * them distinct, and returns that of the smallest distance; of equal ones that of the smallest
   * xmin. Empty when no tail is large enough.
   *
   * <p>Runs in the common pool, in O(d²) for d distinct values at the very worst: an xmin is given
   * up as soon as one value of its tail is further from its law than the best whole tail is.
   */
  public static Optional<PowerLawFit> of(CountedValues values) {
    return XminScan.best(values);
  }

  /**
   * Fits the law above one observed value.
   *
   * @param index of xmin; not of the largest value
   */
  public static PowerLawFit at(CountedValues values, int index) {
    PowerLaw law = likeliest(values, index);
    return of(values, index, law, XminScan.distance(values, index, law, Double.MAX_VALUE));
  }

  static PowerLaw likeliest(CountedValues values, int index) {
    return PowerLaw.likeliest(
        values.value(index), values.meanLogarithm(index) - values.logarithm(index));
  }

  static PowerLawFit of(CountedValues values, int index, PowerLaw law, double distance) {
    long tail = values.tail(index);
    return new PowerLawFit(law, law.standardError(tail), distance, tail, values.total());
  }
}
