package dev.clade.valuation.game.regression;

import dev.clade.valuation.game.linear.SymmetricInverse;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;

/**
 * One weighted least-squares fit of utilities by a curve over sizes plus d'x, with the
 * pseudo-inverse: O(M n^2 + n^3) for M coalitions. The curve is taken out of y and x first (Frisch
 * and Waugh 1933, Lovell 1963).
 */
final class SizeFit {
  private final Sample sample;
  private final SizeCurve curve;

  /** Curves through each column of x and, last, through y. */
  private final double[][] curves;

  private final SymmetricInverse inverse;
  private final double[][] inverseRows;
  private final double[] slopes;

  SizeFit(Sample sample, SizeCurve curve) {
    this.sample = sample;
    this.curve = curve;
    this.curves = curve.through(means(sample));
    int n = sample.playerCount();
    double[][] products = new double[n][n];
    double[] withUtility = new double[n];
    for (List<Observation> unit : sample.units()) {
      for (Observation observation : unit) {
        double[] row = row(observation);
        double weight = sample.weight(observation.size());
        for (int i = 0; i < n; i++) {
          double weighted = weight * row[i];
          withUtility[i] += weighted * row[n];
          for (int j = 0; j <= i; j++) {
            products[i][j] += weighted * row[j];
          }
        }
      }
    }
    this.inverse = new SymmetricInverse(new Array2DRowRealMatrix(products), sample.count() + n);
    this.inverseRows = inverse.matrix().getData();
    this.slopes = apply(withUtility);
  }

  /** Returns d; it sums to 0. */
  double[] slopes() {
    return slopes;
  }

  /** Tells whether the sample determines all of d: n-1 numbers, for they sum to 0. */
  boolean determined() {
    return rank() == sample.playerCount() - 1;
  }

  int rank() {
    return inverse.rank();
  }

  double conditionNumber() {
    return inverse.conditionNumber();
  }

  Sample sample() {
    return sample;
  }

  SizeCurve curve() {
    return curve;
  }

  /** Returns the utility of a coalition less the fitted one. */
  double residual(Observation observation) {
    double[] row = row(observation);
    double residual = row[slopes.length];
    for (int i = 0; i < slopes.length; i++) {
      residual -= row[i] * slopes[i];
    }
    return residual;
  }

  /** Returns x and, last, y less the curve through them. */
  double[] row(Observation observation) {
    int n = sample.playerCount();
    double[] fitted = curves[observation.size()];
    double[] row = new double[n + 1];
    for (int i = 0; i < n; i++) {
      row[i] = observation.membership(i) - fitted[i];
    }
    row[n] = observation.utility() - fitted[n];
    return row;
  }

  /** Returns the pseudo-inverse of the x products times the first n entries of a vector. */
  double[] apply(double[] vector) {
    double[] result = new double[inverseRows.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < result.length; j++) {
        result[i] += inverseRows[i][j] * vector[j];
      }
    }
    return result;
  }

  private static double[][] means(Sample sample) {
    int n = sample.playerCount();
    double[][] means = new double[n][n + 1];
    for (List<Observation> unit : sample.units()) {
      for (Observation observation : unit) {
        double share = 1.0 / sample.count(observation.size());
        double[] mean = means[observation.size()];
        for (int i = 0; i < n; i++) {
          mean[i] += share * observation.membership(i);
        }
        mean[n] += share * observation.utility();
      }
    }
    return means;
  }
}
