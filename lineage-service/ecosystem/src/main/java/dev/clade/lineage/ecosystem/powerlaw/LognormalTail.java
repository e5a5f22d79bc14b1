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

  @Override
  public double logProbability(long x) {
    return logProbability(distance(x), width(x), start());
  }

  /** Returns how far the cell of x begins above that of xmin, by the logarithm. */
  double distance(long x) {
    return Math.log((x - 0.5) / (xmin - 0.5));
  }

  /** Returns how wide the cell of x is, by the logarithm. */
  static double width(long x) {
    return Math.log1p(1 / (x - 0.5));
  }

  /** Returns where the cell of xmin begins. */
  Bound start() {
    return Bound.at((Math.log(xmin - 0.5) - mu) / (sigma * SQRT2));
  }

  double logProbability(double distance, double width, Bound start) {
    double step = width / (sigma * SQRT2);
    double fromStart = distance / (sigma * SQRT2);
    Bound lower = Bound.at(start.place() + fromStart);
    Bound upper = Bound.at(lower.place() + step);
    // erfc(t) = e^(−t²)·erfcx(t), and differences of squares are products: nothing underflows.
    double above = -step * (lower.place() + upper.place()) + upper.scaled() - lower.scaled();
    return -fromStart * (lower.place() + start.place())
        + (lower.scaled() - start.scaled())
        + Math.log(-Math.expm1(above));
  }

  /** A cell's bound t, as erfc takes it, with ln(erfcx(t)). */
  record Bound(double place, double scaled) {
    static Bound at(double place) {
      return new Bound(place, ScaledErfc.logarithm(place));
    }
  }
}
