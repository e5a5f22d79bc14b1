package dev.clade.valuation.game.estimate;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.WeightedUnit;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** One least-squares fit of utilities under the constraint of efficiency. */
final class ConstrainedFit {
  private final UtilityTable table;
  private final List<WeightedUnit> units;
  private final double totalWeight;
  private final double empty;
  private final RealMatrix inverse;
  private final RealVector inverseOfOnes;

  /** How much of one unit of v(grand) - v(empty) each value gets. */
  private final RealVector share;

  private final double[] values;

  /** Solves; the matrix is that of the units and of full rank. */
  ConstrainedFit(UtilityTable table, List<WeightedUnit> units, KernelMatrix matrix) {
    this.table = table;
    this.units = units;
    this.totalWeight = KernelMatrix.totalWeight(units);
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
    for (WeightedUnit unit : units) {
      RealVector score = new ArrayRealVector(values.length);
      for (Coalition coalition : unit.coalitions()) {
        addMembers(coalition, residual(coalition), score);
      }
      RealVector influence = projected.operate(score).mapMultiply(unit.weight() / totalWeight);
      for (int player = 0; player < values.length; player++) {
        squares[player] += influence.getEntry(player) * influence.getEntry(player);
      }
    }
    double endpoints = PooledVariance.ofEndpoints(table);
    for (int player = 0; player < values.length; player++) {
      squares[player] =
          squares[player] * units.size() / degreesOfFreedom
              + share.getEntry(player) * share.getEntry(player) * endpoints;
    }
    return squares;
  }

  private double[] solve() {
    RealVector sums = new ArrayRealVector(table.playerCount());
    for (WeightedUnit unit : units) {
      for (Coalition coalition : unit.coalitions()) {
        addMembers(coalition, unit.weight() / totalWeight * aboveEmpty(coalition), sums);
      }
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
