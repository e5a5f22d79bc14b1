package dev.clade.valuation.game.regression;

import java.util.List;

/**
 * Variances of a fit that hold whatever the variances of single utilities (Huber 1967, White 1980),
 * with pairs as the independent units. Residuals of a unit are scaled up by (I - H)^(-1/2), H its
 * block of the hat matrix, curve included, for what the fit took from them (Bell and McCaffrey
 * 2002): exact when utilities vary inversely to their weights.
 */
final class Sandwich {
  private static final double LEAST_EIGENVALUE = 1e-9;

  private final SizeFit fit;

  Sandwich(SizeFit fit) {
    this.fit = fit;
  }

  /** Returns the variance of each slope. */
  double[] variances() {
    double[] variances = new double[fit.sample().playerCount()];
    for (List<Observation> unit : fit.sample().units()) {
      double[] influence = influence(unit);
      for (int i = 0; i < variances.length; i++) {
        variances[i] += influence[i] * influence[i];
      }
    }
    return variances;
  }

  /**
   * Returns the independent numbers left for variances. Complements have opposite x, so pairs tell
   * slopes and the odd half of the curve by their differences, which leaves one number a pair.
   */
  int degreesOfFreedom() {
    int free = fit.sample().playerCount() - 1;
    int dimension = fit.curve().dimension();
    return Math.min(
        fit.sample().units().size() - free - dimension / 2,
        fit.sample().count() - free - dimension);
  }

  /** Returns how much a unit's deviation moved each slope. */
  private double[] influence(List<Observation> unit) {
    int count = unit.size();
    double[][] roots = new double[count][];
    double[][] solved = new double[count][];
    double[] residuals = new double[count];
    double[][] left = new double[count][count];
    for (int i = 0; i < count; i++) {
      double root = Math.sqrt(fit.sample().weight(unit.get(i).size()));
      roots[i] = fit.row(unit.get(i));
      for (int column = 0; column < roots[i].length; column++) {
        roots[i][column] *= root;
      }
      solved[i] = fit.apply(roots[i]);
      residuals[i] = root * fit.residual(unit.get(i));
    }
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        left[i][j] =
            (i == j ? 1 : 0)
                - product(solved[i], roots[j])
                - curveLeverage(unit.get(i).size(), unit.get(j).size());
      }
    }
    double[] scaled = scaled(left, residuals);
    double[] influence = new double[solved[0].length];
    for (int i = 0; i < count; i++) {
      for (int player = 0; player < influence.length; player++) {
        influence[player] += scaled[i] * solved[i][player];
      }
    }
    return influence;
  }

  private double curveLeverage(int size, int other) {
    Sample sample = fit.sample();
    return Math.sqrt(sample.weight(size) * sample.weight(other))
        * fit.curve().fromMean(size, other)
        / sample.sizeWeight(other);
  }

  /**
   * Returns A^(-1/2) r for a symmetric A of one or two rows; directions in which A is 0 drop out.
   */
  private static double[] scaled(double[][] a, double[] r) {
    if (r.length == 1) {
      return new double[] {r[0] * rootOfReciprocal(a[0][0])};
    }
    double middle = (a[0][0] + a[1][1]) / 2;
    double reach = Math.hypot((a[0][0] - a[1][1]) / 2, a[0][1]);
    double small = rootOfReciprocal(middle - reach);
    double large = rootOfReciprocal(middle + reach);
    // (A - smaller I) / (larger - smaller) projects on the direction of the larger eigenvalue.
    double change = reach == 0 ? 0 : (large - small) / (2 * reach);
    double diagonal = reach - middle;
    return new double[] {
      small * r[0] + change * ((a[0][0] + diagonal) * r[0] + a[0][1] * r[1]),
      small * r[1] + change * (a[0][1] * r[0] + (a[1][1] + diagonal) * r[1])
    };
  }

  private static double rootOfReciprocal(double eigenvalue) {
    return eigenvalue > LEAST_EIGENVALUE ? 1 / Math.sqrt(eigenvalue) : 0;
  }

  private static double product(double[] some, double[] others) {
    double sum = 0;
    for (int i = 0; i < some.length; i++) {
      sum += some[i] * others[i];
    }
    return sum;
  }
}
