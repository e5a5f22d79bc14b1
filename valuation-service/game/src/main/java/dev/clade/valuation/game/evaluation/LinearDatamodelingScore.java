package dev.clade.valuation.game.evaluation;

import dev.clade.valuation.game.design.CounterRandom;
import dev.clade.valuation.game.statistic.Correlation;
import dev.clade.valuation.game.statistic.Interval;
import dev.clade.valuation.game.statistic.MeanEstimate;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/**
 * The linear datamodeling score of values (Park et al. 2023): 100 times Spearman's correlation,
 * with average ranks, between the sums of values over subsets of equal size and the utilities of
 * models retrained on them. As sizes are equal, neither a constant nor a scale matters; the score
 * says nothing of amounts, and of one size of coalition only. No number here can be read without
 * the others.
 *
 * @param bySeed the score against each retraining seed
 * @param overSeeds their mean, standard deviation and t interval: how far seeds matter
 * @param overSubsets 95 % percentile interval of the mean when subsets are drawn again with
 *     replacement: how far the choice of subsets matters
 * @param ceilings 100 times Spearman's correlation between each two retraining seeds. Values
 *     without noise may exceed it, at most to about 10 times its square root
 * @param additiveInSample mean score of the best sum of one number a player, fitted to the very
 *     utilities it is scored on: more than any values can be expected to reach
 * @param additiveCrossValidated mean score of such sums that were fitted to other subsets, in
 *     {@value #FOLDS} folds
 */
public record LinearDatamodelingScore(
    List<Double> bySeed,
    MeanEstimate overSeeds,
    Interval overSubsets,
    List<Double> ceilings,
    double additiveInSample,
    double additiveCrossValidated) {
  private static final double PERCENT = 100;
  private static final double CONFIDENCE = 0.95;
  private static final int FOLDS = 10;

  /** Copies the lists. */
  public LinearDatamodelingScore {
    bySeed = List.copyOf(bySeed);
    ceilings = List.copyOf(ceilings);
  }

  /**
   * Scores values.
   *
   * @param values one a player, from coalitions {@link RetrainedSubsets#excludedFrom other than
   *     these}
   * @param resamples of the interval over subsets; 100 are usual
   * @param seed of resampling and of the folds
   * @throws IllegalArgumentException when there is not a value for each player
   */
  public static LinearDatamodelingScore of(
      double[] values, RetrainedSubsets test, int resamples, long seed) {
    double[] sums = test.sums(values);
    double[] scores = scores(sums, test.utilitiesBySeed());
    int count = test.subsets().size();
    double[] resampled = new double[resamples];
    for (int resample = 0; resample < resamples; resample++) {
      SplittableRandom random = CounterRandom.at(seed, resample);
      int[] places = random.ints(count, 0, count).toArray();
      resampled[resample] =
          mean(
              scores(
                  chosen(sums, places),
                  test.utilitiesBySeed().stream().map(each -> chosen(each, places)).toList()));
    }
    double[] ceilings = Correlation.spearmanOfPairs(test.utilitiesBySeed());
    int[] order = CounterRandom.order(count, CounterRandom.at(seed, -1));
    int folds = Math.min(FOLDS, count);
    return new LinearDatamodelingScore(
        Arrays.stream(scores).boxed().toList(),
        MeanEstimate.of(scores),
        Interval.ofDraws(resampled, CONFIDENCE),
        Arrays.stream(ceilings).map(each -> PERCENT * each).boxed().toList(),
        additive(test, utilities -> AdditiveFit.inSample(test.subsets(), utilities)),
        additive(
            test, utilities -> AdditiveFit.outOfSample(test.subsets(), utilities, order, folds)));
  }

  /** Returns the mean ceiling over pairs of seeds; NaN with one seed. */
  public double meanCeiling() {
    return ceilings.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
  }

  /**
   * Returns the mean score over seeds alone, for many values that are tested on the same subsets.
   *
   * @throws IllegalArgumentException when there is not a value for each player
   */
  public static double meanScore(double[] values, RetrainedSubsets test) {
    return mean(scores(test.sums(values), test.utilitiesBySeed()));
  }

  private static double additive(RetrainedSubsets test, UnaryOperator<double[]> predictions) {
    return mean(
        test.utilitiesBySeed().stream()
            .mapToDouble(each -> PERCENT * Correlation.spearman(predictions.apply(each), each))
            .toArray());
  }

  private static double[] scores(double[] sums, List<double[]> utilitiesBySeed) {
    return utilitiesBySeed.stream()
        .mapToDouble(utilities -> PERCENT * Correlation.spearman(sums, utilities))
        .toArray();
  }

  private static double[] chosen(double[] numbers, int[] places) {
    return Arrays.stream(places).mapToDouble(place -> numbers[place]).toArray();
  }

  private static double mean(double[] numbers) {
    return Arrays.stream(numbers).sum() / numbers.length;
  }
}
