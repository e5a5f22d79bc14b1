package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.trend.LeastSquares;
import java.util.Arrays;
import java.util.Locale;

/** The curves that a series of counts by month is compared with; x is the month, from 0. */
public enum Curve {
  /** a·e^(b·x). Begins at the line through the logarithms of the counts, those below 1 as 1. */
  EXPONENTIAL("a·e^(b·x)") {
    @Override
    double value(double[] parameters, double x) {
      return parameters[0] * Math.exp(parameters[1] * x);
    }

    @Override
    double[] gradient(double[] parameters, double x) {
      double power = Math.exp(parameters[1] * x);
      return new double[] {power, parameters[0] * x * power};
    }

    @Override
    double[] start(double[] counts) {
      LeastSquares line = line(Arrays.stream(counts).map(y -> Math.log(Math.max(1, y))).toArray());
      return new double[] {
        Math.exp(line.coefficients().get(0).value()), line.coefficients().get(1).value()
      };
    }
  },

  /**
   * a / (1 + e^(−b·(x − c))). Begins at a ceiling a of twice the largest count, with b and c of the
   * line through the logarithms of y / (a − y), counts below 1 as 1.
   */
  LOGISTIC("a / (1 + e^(−b·(x − c)))") {
    @Override
    double value(double[] parameters, double x) {
      return parameters[0] * sigmoid(parameters, x);
    }

    @Override
    double[] gradient(double[] parameters, double x) {
      double sigmoid = sigmoid(parameters, x);
      double slope = parameters[0] * sigmoid * (1 - sigmoid);
      return new double[] {sigmoid, slope * (x - parameters[2]), -slope * parameters[1]};
    }

    @Override
    double[] start(double[] counts) {
      double ceiling = 2 * Math.max(1, Arrays.stream(counts).max().orElseThrow());
      LeastSquares line =
          line(
              Arrays.stream(counts)
                  .map(y -> Math.max(1, y))
                  .map(y -> Math.log(y / (ceiling - y)))
                  .toArray());
      double rate = line.coefficients().get(1).value();
      return new double[] {ceiling, rate, -line.coefficients().get(0).value() / rate};
    }

    private double sigmoid(double[] parameters, double x) {
      return 1 / (1 + Math.exp(-parameters[1] * (x - parameters[2])));
    }
  },

  /** a + b·x + c·x². Begins at 0, which is as good as any: the fit is linear. */
  QUADRATIC("a + b·x + c·x²") {
    @Override
    double value(double[] parameters, double x) {
      return parameters[0] + x * (parameters[1] + x * parameters[2]);
    }

    @Override
    double[] gradient(double[] parameters, double x) {
      return new double[] {1, x, x * x};
    }

    @Override
    double[] start(double[] counts) {
      return new double[3];
    }
  };

  private final String formula;

  Curve(String formula) {
    this.formula = formula;
  }

  /** Returns its name in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns its formula, with x for the month and a, b and c for the parameters in order. */
  public String formula() {
    return formula;
  }

  /** Returns its height at a month. */
  abstract double value(double[] parameters, double x);

  /** Returns the derivatives of the height by each parameter. */
  abstract double[] gradient(double[] parameters, double x);

  /** Returns the parameters that a fit begins with. */
  abstract double[] start(double[] counts);

  private static LeastSquares line(double[] y) {
    double[] x = new double[y.length];
    Arrays.setAll(x, i -> i);
    return LeastSquares.line(x, y, Exponential.CONFIDENCE);
  }
}
