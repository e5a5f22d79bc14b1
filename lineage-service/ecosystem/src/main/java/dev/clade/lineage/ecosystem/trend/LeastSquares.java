package dev.clade.lineage.ecosystem.trend;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.OLSMultipleLinearRegression;

/**
 * A fit by ordinary least squares, with an intercept.
 *
 * @param coefficients the intercept first, then one a regressor
 * @param rSquared the share of the variance that the fit explains
 * @param residualSumOfSquares what it does not explain
 * @param count how many observations
 */
public record LeastSquares(
    List<Coefficient> coefficients, double rSquared, double residualSumOfSquares, int count) {
  /**
   * A fitted coefficient with its confidence interval by Student's t.
   *
   * @param value the estimate
   * @param standardError of the estimate
   * @param lower the interval's lower end
   * @param upper the interval's upper end
   */
  public record Coefficient(double value, double standardError, double lower, double upper) {}

  /** Keeps an unchangeable copy of the coefficients. */
  public LeastSquares {
    coefficients = List.copyOf(coefficients);
  }

  /**
   * Fits a response by regressors.
   *
   * @param response a value an observation
   * @param regressors a row an observation, a column a regressor; more rows than columns + 1
   * @param confidence of the intervals, such as 0.95
   * @throws org.hipparchus.exception.MathRuntimeException when the rows are too few, or the
   *     regressors depend on each other
   */
  public static LeastSquares of(double[] response, double[][] regressors, double confidence) {
    OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
    regression.newSampleData(response, regressors);
    double[] estimates = regression.estimateRegressionParameters();
    double[] errors = regression.estimateRegressionParametersStandardErrors();
    double quantile =
        new TDistribution(response.length - estimates.length)
            .inverseCumulativeProbability((1 + confidence) / 2);
    List<Coefficient> coefficients = new ArrayList<>();
    for (int i = 0; i < estimates.length; i++) {
      double margin = quantile * errors[i];
      coefficients.add(
          new Coefficient(estimates[i], errors[i], estimates[i] - margin, estimates[i] + margin));
    }
    return new LeastSquares(
        coefficients,
        regression.calculateRSquared(),
        regression.calculateResidualSumOfSquares(),
        response.length);
  }

  /** Fits a straight line through points. */
  public static LeastSquares line(double[] x, double[] y, double confidence) {
    double[][] regressors = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      regressors[i] = new double[] {x[i]};
    }
    return of(y, regressors, confidence);
  }

  /** Returns Akaike's criterion of the fit, by the coefficients; see {@link Akaike#ofResiduals}. */
  public double akaike() {
    return Akaike.ofResiduals(residualSumOfSquares, count, coefficients.size());
  }
}
