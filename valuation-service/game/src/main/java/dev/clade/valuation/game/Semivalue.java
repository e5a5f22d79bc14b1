package dev.clade.valuation.game;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * A way to average what a player adds to coalitions of others: first over all of one size, then
 * over sizes with the weights that name it (Dubey et al. 1981). All give an additive game's players
 * their worths and a null player nothing; only Shapley's share out v(grand) - v(empty).
 */
public final class Semivalue {
  private final IntFunction<double[]> weights;

  private Semivalue(IntFunction<double[]> weights) {
    this.weights = weights;
  }

  /** Returns the Shapley value: every size alike (Shapley 1953). */
  public static Semivalue shapley() {
    return new Semivalue(
        playerCount -> {
          double[] equal = new double[playerCount];
          Arrays.fill(equal, 1.0 / playerCount);
          return equal;
        });
  }

  /**
   * Returns the Banzhaf value: every coalition alike (Banzhaf 1965). Of all semivalues its ranking
   * bears the most noise in utilities (Wang and Jia 2023).
   */
  public static Semivalue banzhaf() {
    return new Semivalue(
        playerCount -> weights(playerCount, size -> (playerCount - 1.0 - size) / (size + 1)));
  }

  /**
   * Returns a Beta-Shapley value: a player joins k of n-1 others with probability C(n-1,k) B(k+b,
   * n-1-k+a) / B(a,b) (Kwon and Zou 2022). (1, 1) is Shapley's, (16, 1) stresses small coalitions.
   *
   * @param a above 0; the larger, the smaller the coalitions that count
   * @param b above 0; the larger, the larger the coalitions that count
   * @throws IllegalArgumentException when one is not a number above 0
   */
  public static Semivalue beta(double a, double b) {
    if (!(a > 0 && b > 0 && Double.isFinite(a) && Double.isFinite(b))) {
      throw new IllegalArgumentException("a and b must be above 0: %s, %s".formatted(a, b));
    }
    return new Semivalue(
        playerCount ->
            weights(
                playerCount,
                size ->
                    (playerCount - 1.0 - size)
                        / (size + 1)
                        * (size + b)
                        / (playerCount - 2 - size + a)));
  }

  /** Returns the weight of each number of others, 0 to playerCount - 1; they sum to 1. */
  public double[] sizeWeights(int playerCount) {
    return weights.apply(playerCount);
  }

  /** Returns probabilities from the ratio of each to the one before. */
  private static double[] weights(int playerCount, IntToDoubleFunction ratio) {
    double[] weights = new double[playerCount];
    weights[0] = 1;
    for (int size = 0; size + 1 < playerCount; size++) {
      weights[size + 1] = weights[size] * ratio.applyAsDouble(size);
    }
    double total = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / total).toArray();
  }
}
