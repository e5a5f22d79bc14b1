package dev.clade.lineage.ecosystem.powerlaw;

import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The likeliest discrete lognormal tail of some counts.
 *
 * <p>By y = ln x its density is e^(a(y − m) − b(y − m)²), with b = 1/(2σ²) and m the mean of y. At
 * b = 0 this is a power law, and there the likelihood is largest when the tail is at least as heavy
 * as one: μ runs to −∞ and σ to ∞. Searching for a and b keeps that case at a finite place.
 *
 * @param tail the likeliest tail
 * @param isDegenerate whether it has become a power law, so that the two cannot be told apart
 */
public record LognormalFit(LognormalTail tail, boolean isDegenerate) {
  /** The smallest b that is tried, relative to the variance of y. */
  private static final double SMALLEST = 1e-6;

  /** A smaller b bends the straight line of a power law by a thousandth over three deviations. */
  private static final double DEGENERATE = 1e-4;

  private static final double PRECISION = 1e-12;
  private static final int EVALUATIONS = 10_000;

  /**
   * Fits the tail from an index on, by the simplex method of Nelder and Mead.
   *
   * @param index not of the largest value
   */
  public static LognormalFit of(CountedValues values, int index) {
    Scale scale = Scale.of(values, index);
    Cells cells = new Cells(values, index);
    MultivariateFunction likelihood =
        point -> cells.meanLogLikelihood(scale.tail(point[0], point[1]));
    double[] best =
        new SimplexOptimizer(new SimpleValueChecker(0, PRECISION))
            .optimize(
                new MaxEval(EVALUATIONS),
                new ObjectiveFunction(likelihood),
                GoalType.MAXIMIZE,
                new InitialGuess(new double[] {-0.5, 0.25}),
                new NelderMeadSimplex(2, 0.25))
            .getPoint();
    return new LognormalFit(scale.tail(best[0], best[1]), Math.abs(best[1]) < DEGENERATE);
  }

  /** A tail's values with what no parameter changes. */
  private static final class Cells {
    private final CountedValues values;
    private final int index;
    private final double[] distances;

    Cells(CountedValues values, int index) {
      this.values = values;
      this.index = index;
      this.distances = new double[values.size()];
      LognormalTail any = new LognormalTail(values.value(index), 0, 1);
      for (int i = index; i < distances.length; i++) {
        distances[i] = any.distance(values.value(i));
      }
    }

    double meanLogLikelihood(LognormalTail tail) {
      LognormalTail.Bound start = tail.start();
      double sum = 0;
      for (int i = index; i < distances.length; i++) {
        sum += values.count(i) * tail.logProbability(values.value(i), distances[i], start);
      }
      return sum / values.tail(index);
    }
  }

  /** Where the logarithms of a tail lie. */
  private record Scale(long xmin, double mean, double deviation) {
    static Scale of(CountedValues values, int index) {
      double mean = values.meanLogarithm(index);
      double squares = 0;
      for (int i = index; i < values.size(); i++) {
        double difference = values.logarithm(i) - mean;
        squares += values.count(i) * difference * difference;
      }
      return new Scale(values.value(index), mean, Math.sqrt(squares / values.tail(index)));
    }

    /** Returns the tail of a and b in units of the deviation; b on either side of 0 is the same. */
    LognormalTail tail(double slope, double curvature) {
      double b = Math.max(Math.abs(curvature), SMALLEST) / (deviation * deviation);
      double a = slope / deviation;
      return new LognormalTail(xmin, mean + a / (2 * b), Math.sqrt(1 / (2 * b)));
    }
  }
}
