package dev.clade.valuation.game.evaluation;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.linear.SymmetricInverse;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;

/**
 * Least squares of utilities on membership, with an intercept: the best that a sum of one number a
 * player can do. Of several best ones the shortest is taken. O(M n^2 + n^3).
 */
final class AdditiveFit {
  private final double meanUtility;
  private final double[] meanMembership;
  private final double[] slopes;

  /**
   * Fits those subsets that are chosen.
   *
   * @param chosen by their place in the list; at least one is
   */
  AdditiveFit(List<Coalition> subsets, double[] utilities, IntPredicate chosen) {
    int n = subsets.getFirst().playerCount();
    int[] places = IntStream.range(0, subsets.size()).filter(chosen).toArray();
    double[] means = new double[n];
    double mean = 0;
    for (int place : places) {
      mean += utilities[place] / places.length;
      subsets.get(place).players().forEach(player -> means[player] += 1.0 / places.length);
    }
    double[][] products = new double[n][n];
    double[] withUtility = new double[n];
    for (int place : places) {
      for (int i = 0; i < n; i++) {
        double x = membership(subsets.get(place), i) - means[i];
        withUtility[i] += x * (utilities[place] - mean);
        for (int j = 0; j <= i; j++) {
          products[i][j] += x * (membership(subsets.get(place), j) - means[j]);
        }
      }
    }
    this.meanUtility = mean;
    this.meanMembership = means;
    this.slopes =
        new SymmetricInverse(new Array2DRowRealMatrix(products), places.length + n)
            .matrix()
            .operate(withUtility);
  }

  /** Returns the fit's utility of each subset that it was fitted to. */
  static double[] inSample(List<Coalition> subsets, double[] utilities) {
    AdditiveFit fit = new AdditiveFit(subsets, utilities, _ -> true);
    return subsets.stream().mapToDouble(fit::predict).toArray();
  }

  /**
   * Returns for each subset the utility by a fit to those of other folds.
   *
   * @param order the place of each subset, dealt to folds in turn
   * @param folds at least 2; as many as subsets at most
   */
  static double[] outOfSample(List<Coalition> subsets, double[] utilities, int[] order, int folds) {
    double[] predictions = new double[utilities.length];
    for (int fold = 0; fold < folds; fold++) {
      int left = fold;
      AdditiveFit fit = new AdditiveFit(subsets, utilities, i -> order[i] % folds != left);
      for (int i = 0; i < predictions.length; i++) {
        if (order[i] % folds == left) {
          predictions[i] = fit.predict(subsets.get(i));
        }
      }
    }
    return predictions;
  }

  private double predict(Coalition subset) {
    double sum = meanUtility;
    for (int player = 0; player < slopes.length; player++) {
      sum += slopes[player] * (membership(subset, player) - meanMembership[player]);
    }
    return sum;
  }

  private static double membership(Coalition subset, int player) {
    return subset.contains(player) ? 1 : 0;
  }
}
