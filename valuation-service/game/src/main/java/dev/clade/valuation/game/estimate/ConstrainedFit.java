package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.WeightedPair;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** One least-squares fit of paired utilities under the constraint of efficiency. */
final class ConstrainedFit {
  private final UtilityTable table;
  private final List<WeightedPair> pairs;
  private final double totalWeight;
  private final double empty;
  private final RealMatrix inverse;
  private final RealVector inverseOfOnes;

  /** How much of one unit of v(grand) - v(empty) each value gets. */
  private final RealVector share;

  private final double[] values;

  /** Solves; the matrix is that of the pairs and of full rank. */
  ConstrainedFit(UtilityTable table, List<WeightedPair> pairs, KernelMatrix matrix) {
    this.table = table;
    this.pairs = pairs;
    this.totalWeight = 2 * pairs.stream().mapToDouble(WeightedPair::weight).sum();
    this.empty = table.empty();
    this.inverse = matrix.inverse();
    this.inverseOfOnes = inverse.operate(new ArrayRealVector(table.playerCount(), 1));
    this.share = inverseOfOnes.mapDivide(sum(inverseOfOnes));
    this.values = solve();
  }

  /** Returns the values; they sum to v(grand) - v(empty). */
  double[] values() {
    return values;
  }

  /** Returns the sandwich variance of each value, scaled up for the degrees of freedom left. */
  double[] variances(int degreesOfFreedom) {
    RealMatrix projected = inverse.subtract(inverseOfOnes.outerProduct(share));
    double[] squares = new double[values.length];
    for (WeightedPair pair : pairs) {
      RealVector score = new ArrayRealVector(values.length);
      addMembers(pair.coalition(), residual(pair.coalition()), score);
      addMembers(pair.complement(), residual(pair.complement()), score);
      RealVector influence = projected.operate(score).mapMultiply(pair.weight() / totalWeight);
      for (int player = 0; player < values.length; player++) {
        squares[player] += influence.getEntry(player) * influence.getEntry(player);
      }
    }
    double endpoints = PooledVariance.ofEndpoints(table);
    for (int player = 0; player < values.length; player++) {
      squares[player] =
          squares[player] * pairs.size() / degreesOfFreedom
              + share.getEntry(player) * share.getEntry(player) * endpoints;
    }
    return squares;
  }

  private double[] solve() {
    RealVector sums = new ArrayRealVector(table.playerCount());
    for (WeightedPair pair : pairs) {
      double weight = pair.weight() / totalWeight;
      addMembers(pair.coalition(), weight * aboveEmpty(pair.coalition()), sums);
      addMembers(pair.complement(), weight * aboveEmpty(pair.complement()), sums);
    }
    RealVector unconstrained = inverse.operate(sums);
    double missing = table.grand() - empty - sum(unconstrained);
    return unconstrained.add(share.mapMultiply(missing)).toArray();
  }

  private double aboveEmpty(Coalition coalition) {
    return table.mean(coalition) - empty;
  }

  private double residual(Coalition coalition) {
    return aboveEmpty(coalition) - coalition.players().mapToDouble(player -> values[player]).sum();
  }

  private static void addMembers(Coalition coalition, double amount, RealVector sums) {
    coalition.players().forEach(player -> sums.addToEntry(player, amount));
  }

  private static double sum(RealVector vector) {
    return Arrays.stream(vector.toArray()).sum();
  }
}
