package dev.clade.valuation.game.process;

import dev.clade.valuation.game.linear.SymmetricSpectrum;
import java.util.Arrays;
import org.hipparchus.linear.MatrixUtils;

/**
 * A covariance in its eigenvectors, in which regression is little work for every amount of noise:
 * O(M^3) once for M pairs, then O(n M^2) at most.
 */
final class Spectrum {
  private final double[] eigenvalues;
  private final double[][] vectors;

  /** What the odd part has of each eigenvector. */
  private final double[] components;

  /** Covariance of each player's value with each of these. */
  private final double[][] loadings;

  Spectrum(OddSample sample, OddCurve curve, Covariance covariance) {
    SymmetricSpectrum spectrum =
        SymmetricSpectrum.of(MatrixUtils.createRealMatrix(covariance.pairs()));
    // The last eigenvectors are the curves, which were projected away.
    int free = sample.count() - curve.dimension();
    this.eigenvalues =
        Arrays.stream(spectrum.eigenvalues(), 0, free).map(value -> Math.max(value, 0)).toArray();
    this.vectors = new double[free][];
    for (int i = 0; i < free; i++) {
      vectors[i] = spectrum.vectors().getColumn(i);
    }
    curve.removeFromRows(vectors);
    this.components = new double[free];
    this.loadings = new double[sample.playerCount()][free];
    for (int i = 0; i < free; i++) {
      components[i] = product(vectors[i], sample.values());
      for (int player = 0; player < loadings.length; player++) {
        loadings[player][i] = product(vectors[i], covariance.values()[player]);
      }
    }
  }

  /**
   * Returns the logarithm of the restricted likelihood (Patterson and Thompson 1971), up to a
   * constant, at the scale at which it is largest.
   *
   * @param noise variance of what belongs to single pairs, where that of the covariance is 1
   */
  double logLikelihood(double noise) {
    double squares = Double.MIN_NORMAL;
    double logDeterminant = 0;
    for (int i = 0; i < components.length; i++) {
      double variance = eigenvalues[i] + noise;
      squares += components[i] * components[i] / variance;
      logDeterminant += Math.log(variance);
    }
    return -(components.length * Math.log(squares) + logDeterminant) / 2;
  }

  /** Returns each player's expected value less the mean over players. */
  double[] values(double noise) {
    double[] values = new double[loadings.length];
    for (int player = 0; player < values.length; player++) {
      for (int i = 0; i < components.length; i++) {
        values[player] += loadings[player][i] * components[i] / (eigenvalues[i] + noise);
      }
    }
    return values;
  }

  /** Returns what the expected odd part and the curve leave of each pair. */
  double[] residuals(double noise) {
    double[] residuals = new double[vectors[0].length];
    for (int i = 0; i < components.length; i++) {
      double part = noise * components[i] / (eigenvalues[i] + noise);
      for (int pair = 0; pair < residuals.length; pair++) {
        residuals[pair] += part * vectors[i][pair];
      }
    }
    return residuals;
  }

  /** Returns the sum of squares of how much each value moves when one pair is left out. */
  double[] variances(double noise) {
    double[] residuals = residuals(noise);
    double[] variances = new double[loadings.length];
    for (int pair = 0; pair < residuals.length; pair++) {
      double left = 0;
      double[] influence = new double[loadings.length];
      for (int i = 0; i < components.length; i++) {
        double part = vectors[i][pair] / (eigenvalues[i] + noise);
        left += noise * part * vectors[i][pair];
        for (int player = 0; player < influence.length; player++) {
          influence[player] += part * loadings[player][i];
        }
      }
      for (int player = 0; left > 0 && player < influence.length; player++) {
        double moved = influence[player] * residuals[pair] / left;
        variances[player] += moved * moved;
      }
    }
    return variances;
  }

  private static double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
