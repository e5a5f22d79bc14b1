package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.trend.Akaike;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

/**
 * A curve fitted to counts by least squares (Levenberg and Marquardt). The counts themselves are
 * fitted, not their logarithms, because Akaike's criterion compares fits of one response only; so
 * an exponential here weighs late months more than {@link Exponential} does.
 *
 * @param curve which curve
 * @param converged whether the search came to an end; if not, all numbers are NaN
 * @param parameters in the order of the curve's formula
 * @param residualSumOfSquares what the fit does not explain
 * @param criterion Akaike's, by the curve's parameters
 */
public record CurveFit(
    Curve curve,
    boolean converged,
    List<Double> parameters,
    double residualSumOfSquares,
    double criterion) {
  private static final int MOST_EVALUATIONS = 10_000;

  /** Keeps an unchangeable copy. */
  public CurveFit {
    parameters = List.copyOf(parameters);
  }

  /**
   * Fits a curve.
   *
   * @param counts by month; more than the curve has parameters
   */
  public static CurveFit of(Curve curve, long[] counts) {
    double[] values = Arrays.stream(counts).asDoubleStream().toArray();
    double[] start = curve.start(values);
    try {
      Optimum optimum =
          new LevenbergMarquardtOptimizer()
              .optimize(
                  new LeastSquaresBuilder()
                      .start(start)
                      .target(values)
                      .model(model(curve, values.length))
                      .maxEvaluations(MOST_EVALUATIONS)
                      .maxIterations(MOST_EVALUATIONS)
                      .build());
      double[] found = optimum.getPoint().toArray();
      double residuals = optimum.getResiduals().dotProduct(optimum.getResiduals());
      if (!Double.isFinite(residuals)) {
        return notConverged(curve, start.length);
      }
      return new CurveFit(
          curve,
          true,
          Arrays.stream(found).boxed().toList(),
          residuals,
          Akaike.ofResiduals(residuals, values.length, found.length));
    } catch (MathRuntimeException tooManySteps) {
      return notConverged(curve, start.length);
    }
  }

  /** Returns its height at a month, from 0; NaN unless it converged. */
  public double value(double month) {
    return curve.value(parameters.stream().mapToDouble(Double::doubleValue).toArray(), month);
  }

  /** Compares the fits that converged by Akaike's criterion; the best comes first. */
  public static List<Akaike> compare(List<CurveFit> fits) {
    Map<String, Double> criteria = new TreeMap<>();
    fits.stream()
        .filter(CurveFit::converged)
        .forEach(each -> criteria.put(each.curve().name(), each.criterion()));
    return Akaike.compare(criteria);
  }

  private static CurveFit notConverged(Curve curve, int parameters) {
    return new CurveFit(
        curve, false, Collections.nCopies(parameters, Double.NaN), Double.NaN, Double.NaN);
  }

  private static MultivariateJacobianFunction model(Curve curve, int count) {
    return point -> {
      double[] parameters = point.toArray();
      double[] values =
          IntStream.range(0, count).mapToDouble(x -> curve.value(parameters, x)).toArray();
      double[][] gradients =
          IntStream.range(0, count)
              .mapToObj(x -> curve.gradient(parameters, x))
              .toArray(double[][]::new);
      return Pair.create(
          new ArrayRealVector(values, false), new Array2DRowRealMatrix(gradients, false));
    };
  }
}
