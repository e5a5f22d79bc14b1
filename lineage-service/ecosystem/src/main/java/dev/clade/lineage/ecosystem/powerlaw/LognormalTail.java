package dev.clade.lineage.ecosystem.powerlaw;

/**
 * The discrete lognormal distribution of the whole numbers x ≥ xmin: the probability that a normal
 * distribution gives the logarithms of [x − ½, x + ½], relative to that of all from xmin − ½ on.
 *
 * @param xmin the smallest number, at least 1
 * @param mu the normal distribution's mean
 * @param sigma its standard deviation, above 0
 */
public record LognormalTail(long xmin, double mu, double sigma) implements TailModel {
  private static final double SQRT2 = Math.sqrt(2);
  private static final double LOG_DENSITY = Math.log(2) - Math.log(2 * Math.PI) / 2;

  /** Where a cell is so narrow beside its place, two terms of an expansion give all digits. */
  private static final double NARROW = 1e-3;

  @Override
  public double logProbability(long x) {
    return logProbability(x, distance(x), start());
  }

  /** Returns the probability of x or more, for x at least xmin. */
  public double survival(long x) {
    Bound start = start();
    double fromStart = (distance(x) + Math.log1p(-0.5 / x)) / (sigma * SQRT2);
    Bound bound = Bound.at(start.place() + fromStart);
    return Math.exp(-fromStart * (fromStart + 2 * start.place()) + bound.scaled() - start.scaled());
  }

  /** Returns how far x is above where the cell of xmin begins, by the logarithm. */
  double distance(long x) {
    return Math.log(x / (xmin - 0.5));
  }

  /** Returns where the cell of xmin begins. */
  Bound start() {
    return Bound.at((Math.log(xmin - 0.5) - mu) / (sigma * SQRT2));
  }

  double logProbability(long x, double distance, Bound start) {
    double slope = 1 + (start.place() * SQRT2 + distance / sigma) / sigma;
    double narrow = NARROW * x;
    return Math.abs(slope) < narrow && 1 < narrow * sigma
        ? byDensity(x, distance, start, slope)
        : byDifference(x, distance, start);
  }

  /**
   * Integrates the density f over the cell by {@code f + f″/24}: the difference of two values of Φ
   * that are nearly equal would lose digits, and take ten times as long.
   */
  private double byDensity(long x, double distance, Bound start, double slope) {
    double fromStart = distance / (sigma * SQRT2);
    double curvature = (slope * slope + slope - 1 / (sigma * sigma)) / ((double) x * x);
    return -fromStart * (fromStart + 2 * start.place())
        - start.scaled()
        + LOG_DENSITY
        - Math.log(sigma)
        - distance
        - Math.log(xmin - 0.5)
        + Math.log1p(curvature / 24);
  }

  private double byDifference(long x, double distance, Bound start) {
    double fromStart = (distance + Math.log1p(-0.5 / x)) / (sigma * SQRT2);
    double step = Math.log1p(1 / (x - 0.5)) / (sigma * SQRT2);
    double lower = start.place() + fromStart;
    double upper = lower + step;
    // Below the mean the other tail, erfc(−t) = 2 − erfc(t), is the smaller, and keeps its digits.
    boolean below = upper <= 0;
    Bound near = Bound.at(below ? -upper : lower);
    Bound far = Bound.at(below ? -lower : upper);
    // erfc(t) = e^(−t²)·erfcx(t), and differences of squares are products: nothing underflows.
    double beyond = -step * (near.place() + far.place()) + far.scaled() - near.scaled();
    double nearFromStart = below ? fromStart + step : fromStart;
    return -nearFromStart * (nearFromStart + 2 * start.place())
        + (near.scaled() - start.scaled())
        + Math.log(-Math.expm1(beyond));
  }

  /** A cell's bound t, as erfc takes it, with ln(erfcx(t)). */
  record Bound(double place, double scaled) {
    static Bound at(double place) {
      return new Bound(place, ScaledErfc.logarithm(place));
    }
  }
}
