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
  @Override
  public double logProbability(long x) {
    double scale = 1 / (sigma * Math.sqrt(2));
    double start = (Math.log(xmin - 0.5) - mu) * scale;
    double lower = start + Math.log((x - 0.5) / (xmin - 0.5)) * scale;
    double width = Math.log1p(1 / (x - 0.5)) * scale;
    double upper = lower + width;
    // erfc(t) = e^(−t²)·erfcx(t), and differences of squares are products: nothing underflows.
    double logLower = ScaledErfc.logarithm(lower);
    double above = -width * (lower + upper) + ScaledErfc.logarithm(upper) - logLower;
    return -(lower - start) * (lower + start)
        + logLower
        - ScaledErfc.logarithm(start)
        + Math.log(-Math.expm1(above));
  }
}
