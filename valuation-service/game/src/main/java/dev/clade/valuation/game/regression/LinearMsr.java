package dev.clade.valuation.game.regression;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Arrays;
import java.util.Optional;

/**
 * Regression-adjusted maximum sample reuse with a linear function (Witter et al. 2025): the values
 * of a linear fit, plus the mean of what it leaves of each utility. Unbiased, and exact when
 * utilities are linear, or all known.
 *
 * <p>Pairs are dealt to at most {@value #FOLDS} folds, and each is corrected for the fit to all
 * others. There is no answer unless every size was evaluated. Values sum to v(grand) - v(empty).
 * They come without intervals. O(n^2) for each of M coalitions and folds.
 */
public final class LinearMsr implements Estimator {
  private static final int FOLDS = 10;

  private static final SampleReuse REUSE = new SampleReuse(FOLDS, LinearMsr::fit);

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    return REUSE.solve(table);
  }

  private static Surrogate fit(Sample sample) {
    SizeFit fit = new SizeFit(sample, SizeCurve.polynomial(sample, 1));
    double[] part =
        Arrays.stream(fit.slopes()).map(slope -> slope / (sample.playerCount() - 1)).toArray();
    return new Surrogate() {
      @Override
      public double residual(Observation observation) {
        return fit.residual(observation);
      }

      @Override
      public double[] partOfSize(int size) {
        return part;
      }
    };
  }
}
