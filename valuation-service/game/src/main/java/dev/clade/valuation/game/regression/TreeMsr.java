package dev.clade.valuation.game.regression;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.tree.Boosting;
import dev.clade.valuation.game.tree.TreeEnsemble;
import java.util.List;
import java.util.Optional;

/**
 * Regression-adjusted maximum sample reuse with boosted trees (Witter et al. 2025): the values of
 * the trees, plus the mean of what they leave of each utility. Unbiased, and exact when all
 * utilities are known; worth its time from about 20 coalitions a player.
 *
 * <p>Pairs are dealt to at most {@value #FOLDS} folds, and each is corrected for the trees of all
 * others. There is no answer unless every size was evaluated. Values sum to v(grand) - v(empty).
 * They come without intervals.
 */
public final class TreeMsr implements Estimator {
  private static final int FOLDS = 5;

  private final SampleReuse reuse;

  /** Creates the estimator. */
  public TreeMsr(Boosting boosting) {
    this.reuse = new SampleReuse(FOLDS, sample -> fit(sample, boosting));
  }

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    return reuse.solve(table);
  }

  private static Surrogate fit(Sample sample, Boosting boosting) {
    List<Observation> rows = sample.units().stream().flatMap(List::stream).toList();
    TreeEnsemble trees =
        rows.isEmpty()
            ? new TreeEnsemble(sample.playerCount(), List.of())
            : boosting.fit(
                rows.stream().map(Observation::coalition).toList(),
                rows.stream().mapToDouble(Observation::utility).toArray());
    return new Surrogate() {
      @Override
      public double residual(Observation observation) {
        return observation.utility() - trees.utility(observation.coalition());
      }

      @Override
      public double[] partOfSize(int size) {
        return trees.partOfSize(size);
      }
    };
  }
}
