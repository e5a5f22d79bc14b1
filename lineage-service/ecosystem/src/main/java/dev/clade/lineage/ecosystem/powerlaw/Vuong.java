package dev.clade.lineage.ecosystem.powerlaw;

import org.hipparchus.special.Erf;

/**
 * Vuong's test of two distributions of one tail that are not nested (Econometrica 57, 1989;
 * appendix C of Clauset, Shalizi and Newman).
 *
 * @param logRatio R, the sum of ln p of the power law less that of the alternative; positive when
 *     the power law is likelier
 * @param statistic R/(σ√n), with σ² the variance, divisor n, of the n differences
 * @param pValue erfc(|R|/(σ√(2n))): how likely so large a ratio is when both fit equally badly
 */
public record Vuong(double logRatio, double statistic, double pValue) {
  /** From this p on the paper takes the sign of the ratio for chance. */
  public static final double SIGNIFICANCE = 0.1;

  /** What the test says. */
  public enum Verdict {
    /** The power law fits better. */
    POWER_LAW,
    /** The alternative fits better. */
    ALTERNATIVE,
    /** The sign of the ratio may be chance. */
    NOT_DISTINGUISHABLE
  }

  /** Tests a power law against another distribution of the same tail, in O(distinct values). */
  public static Vuong of(CountedValues values, PowerLaw law, TailModel alternative) {
    int index = values.index(law.xmin());
    double count = values.tail(index);
    double[] differences = new double[values.size()];
    double sum = 0;
    for (int i = index; i < values.size(); i++) {
      long x = values.value(i);
      differences[i] = law.logProbability(x) - alternative.logProbability(x);
      sum += values.count(i) * differences[i];
    }
    double squares = 0;
    for (int i = index; i < values.size(); i++) {
      double deviation = differences[i] - sum / count;
      squares += values.count(i) * deviation * deviation;
    }
    // σ√n is the root of the summed squares. Where nothing differs, nothing can be told apart.
    double statistic = squares == 0 ? 0 : sum / Math.sqrt(squares);
    return new Vuong(sum, statistic, Erf.erfc(Math.abs(statistic) / Math.sqrt(2)));
  }

  /** Returns what the test says at {@link #SIGNIFICANCE}. */
  public Verdict verdict() {
    if (pValue >= SIGNIFICANCE) {
      return Verdict.NOT_DISTINGUISHABLE;
    }
    return logRatio > 0 ? Verdict.POWER_LAW : Verdict.ALTERNATIVE;
  }
}
