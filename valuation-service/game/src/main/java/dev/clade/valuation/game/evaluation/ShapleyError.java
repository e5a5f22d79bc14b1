package dev.clade.valuation.game.evaluation;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.statistic.Correlation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far estimated values are from exact ones.
 *
 * @param relativeError Euclidean norm of the error over that of the exact values
 * @param spreadError sum of squared errors over the sum of squares of exact values about their
 *     mean: above 1 is worse than paying everybody the same
 * @param pearson correlation of both
 * @param spearman correlation of their ranks
 * @param sumError sum of estimated values less that of exact ones, the efficiency gap
 */
public record ShapleyError(
    double relativeError, double spreadError, double pearson, double spearman, double sumError) {

  /**
   * Compares values.
   *
   * @throws IllegalArgumentException when they differ in number
   */
  public static ShapleyError of(double[] estimated, double[] exact) {
    double pearson = Correlation.pearson(estimated, exact);
    double mean = Arrays.stream(exact).sum() / exact.length;
    double squares = 0;
    double norm = 0;
    double spread = 0;
    double sum = 0;
    for (int player = 0; player < exact.length; player++) {
      double error = estimated[player] - exact[player];
      squares += error * error;
      norm += exact[player] * exact[player];
      spread += (exact[player] - mean) * (exact[player] - mean);
      sum += error;
    }
    return new ShapleyError(
        Math.sqrt(squares / norm),
        squares / spread,
        pearson,
        Correlation.spearman(estimated, exact),
        sum);
  }

  /**
   * Returns the part of the k players of highest exact value that are among the k of highest
   * estimated value. Of equal values the first count as higher.
   *
   * @throws IllegalArgumentException when k is not from 1 to the number of players
   */
  public static double recall(double[] estimated, double[] exact, int k) {
    if (k < 1 || k > exact.length || estimated.length != exact.length) {
      throw new IllegalArgumentException(
          "k must be 1 to %d: %d".formatted(Math.min(exact.length, estimated.length), k));
    }
    long both = top(estimated, k) & top(exact, k);
    return (double) Long.bitCount(both) / k;
  }

  /**
   * Returns the mean size of the values of players who are known to add nothing; NaN without such.
   */
  public static double nullMagnitude(double[] estimated, Coalition nullPlayers) {
    return nullPlayers
        .players()
        .mapToDouble(i -> Math.abs(estimated[i]))
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Returns the mean of Spearman's correlations between the values of each two seeds: how far ranks
   * are stable; NaN of fewer than two.
   */
  public static double rankStability(List<double[]> valuesBySeed) {
    return Arrays.stream(Correlation.spearmanOfPairs(valuesBySeed)).average().orElse(Double.NaN);
  }

  private static long top(double[] values, int k) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer player) -> values[player]).reversed())
        .limit(k)
        .mapToLong(player -> 1L << player)
        .reduce(0, (members, player) -> members | player);
  }
}
