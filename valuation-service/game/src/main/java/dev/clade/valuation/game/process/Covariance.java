package dev.clade.valuation.game.process;

import dev.clade.valuation.game.Coalition;
import java.util.function.ToDoubleBiFunction;

/**
 * How the odd parts at the coalitions of a sample vary together under a prior, and how values vary
 * with them. Scaled to a mean variance of 1 once the curve over sizes is projected away.
 *
 * @param pairs between each two coalitions, the curve projected away from both
 * @param values between each player's value less the mean value, and each coalition
 */
@SuppressWarnings("ArrayRecordComponent") // Matrices, never compared.
record Covariance(double[][] pairs, double[][] values) {

  /** A player's value in the game whose utilities are the covariances with a coalition. */
  private interface Values {
    double of(Coalition coalition, int player);
  }

  /** Returns that of interactions whose variance decays with their order. */
  static Covariance ofInteractions(OddSample sample, OddCurve curve, double factor) {
    OrderDecay decay = new OrderDecay(sample.playerCount(), factor);
    return of(sample, curve, decay::covariance, decay::shapleyValue);
  }

  /** Returns that of independent worths, which players add. */
  static Covariance ofWorths(OddSample sample, OddCurve curve) {
    return of(
        sample,
        curve,
        (one, other) ->
            Long.bitCount(one.members() & other.members())
                - (double) one.size() * other.size() / sample.playerCount(),
        (coalition, player) -> coalition.contains(player) ? 1 : 0);
  }

  /** Returns the mean of this and of so many times another. */
  Covariance with(Covariance other, double times) {
    return new Covariance(mean(pairs, other.pairs, times), mean(values, other.values, times));
  }

  private static Covariance of(
      OddSample sample,
      OddCurve curve,
      ToDoubleBiFunction<Coalition, Coalition> covariance,
      Values valuation) {
    int count = sample.count();
    int n = sample.playerCount();
    double[][] pairs = new double[count][count];
    double[][] values = new double[n][count];
    for (int column = 0; column < count; column++) {
      Coalition coalition = sample.halves().get(column);
      for (int row = 0; row < count; row++) {
        pairs[row][column] = covariance.applyAsDouble(sample.halves().get(row), coalition);
      }
      double mean = 0;
      for (int player = 0; player < n; player++) {
        values[player][column] = valuation.of(coalition, player);
        mean += values[player][column] / n;
      }
      for (int player = 0; player < n; player++) {
        values[player][column] -= mean;
      }
    }
    curve.removeFromRows(pairs);
    pairs = transposed(pairs);
    curve.removeFromRows(pairs);
    double variance = 0;
    for (int i = 0; i < count; i++) {
      variance += pairs[i][i] / (count - curve.dimension());
    }
    scale(pairs, 1 / variance);
    scale(values, 1 / variance);
    return new Covariance(pairs, values);
  }

  private static double[][] transposed(double[][] square) {
    double[][] transposed = new double[square.length][square.length];
    for (int row = 0; row < square.length; row++) {
      for (int column = 0; column < square.length; column++) {
        transposed[column][row] = square[row][column];
      }
    }
    return transposed;
  }

  private static void scale(double[][] matrix, double factor) {
    for (double[] row : matrix) {
      for (int column = 0; column < row.length; column++) {
        row[column] *= factor;
      }
    }
  }

  private static double[][] mean(double[][] one, double[][] other, double times) {
    double[][] mean = new double[one.length][one[0].length];
    for (int row = 0; row < one.length; row++) {
      for (int column = 0; column < one[row].length; column++) {
        mean[row][column] = (one[row][column] + times * other[row][column]) / (1 + times);
      }
    }
    return mean;
  }
}
