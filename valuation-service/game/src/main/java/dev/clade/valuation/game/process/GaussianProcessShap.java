package dev.clade.valuation.game.process;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PooledVariance;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.util.CombinatoricsUtils;

/**
 * Shapley values expected under a Gaussian process of the odd part of utilities: the estimator that
 * errs least from few coalitions.
 *
 * <p>A Shapley value is a weighted sum over coalitions S in which S and its complement have
 * opposite weights, so it depends on o(S) = (v(S) - v(N-S)) / 2 alone. Of this the prior says
 *
 * <pre>  o(S) = c(|S|) + scale (h(S) + w sum of worths of members + noise),</pre>
 *
 * <p>with c any odd cubic about n/2, h a game whose interactions of q players have independent
 * Gaussian coefficients with variances that fall by a constant factor from order to order, and
 * independent Gaussian worths. Curves of the size move all values alike (see {@link
 * dev.clade.valuation.game.regression.SizeAdjustedRegression}), so smooth ones cost nothing. The
 * Shapley value is linear in o: its expectation given the pairs of a table has a closed form, and
 * replaces the unknown differences by what those nearby say. Values are those expectations, moved
 * alike to sum to v(grand) - v(empty).
 *
 * <p>Nothing is set by hand: the scale is fitted by restricted likelihood, and values are the mean
 * over a grid of decays, worths and noises, each weighted by its likelihood, so that a small sample
 * is not taken for surer than it is. Of what the process leaves unexplained of the known pairs, a
 * part as large as their share of all pairs is given back at its weight in the Shapley formula. So
 * a whole table gives the exact values, noise included.
 *
 * <p>Intervals are t intervals from leaving out one pair at a time, which asks nothing of the
 * prior, with the variance between the points of the grid. They err to the wide side without noise.
 * Half pairs are not used; there is no answer before there are as many pairs as players, or all.
 * O(M^3) for M pairs. Processes like this one are behind the designs of ShaplEIG; odd parts behind
 * OddSHAP (2026).
 */
public final class GaussianProcessShap implements Estimator {
  private static final double[] DECAYS = {0.03, 0.1, 0.4};
  private static final double[] WORTHS = {0, 3, 30, 1e6};
  private static final double[] NOISES = {1e-8, 1e-6, 1e-4, 1e-3, 0.01, 0.03, 0.1, 0.3, 1, 3, 10};

  /** Points of the grid that are less likely than the best by this factor are left out. */
  private static final double LEAST_WEIGHT = 1e-3;

  /** A point of the grid. */
  private record Point(Spectrum spectrum, double noise, double logLikelihood) {}

  @Override
  public Optional<Solution> solve(UtilityTable table) {
    int n = table.playerCount();
    if (!table.hasEndpoints()) {
      return Optional.empty();
    }
    if (n == 1) {
      return new SizeAdjustedRegression().solve(table);
    }
    OddSample sample = OddSample.of(table);
    if (sample.count() < n && sample.share() < 1) {
      return Optional.empty();
    }
    OddCurve curve = new OddCurve(sample.halves());
    List<Point> points = points(sample, curve);
    double best = points.stream().mapToDouble(Point::logLikelihood).max().orElseThrow();
    double total = 0;
    double[] values = new double[n];
    double[] squares = new double[n];
    double[] variances = new double[n];
    for (Point point : points) {
      double weight = Math.exp(point.logLikelihood() - best);
      if (weight >= LEAST_WEIGHT) {
        total += weight;
        double[] some = values(sample, point);
        double[] moved = point.spectrum().variances(point.noise());
        for (int player = 0; player < n; player++) {
          double change = some[player] - values[player];
          values[player] += weight / total * change;
          squares[player] += weight * change * (some[player] - values[player]);
          variances[player] += weight * moved[player];
        }
      }
    }
    double share = (table.grand() - table.empty()) / n;
    double endpoints = PooledVariance.ofEndpoints(table) / ((double) n * n);
    for (int player = 0; player < n; player++) {
      values[player] += share;
      variances[player] = (variances[player] + squares[player]) / total + endpoints;
    }
    int degrees = sample.count() - curve.dimension();
    return Optional.of(
        new Solution(
            Solution.playerValues(values, variances, degrees),
            Diagnostics.of(table, values, 2 * sample.count() + 2, 0, 0)));
  }

  private static List<Point> points(OddSample sample, OddCurve curve) {
    List<Point> points = new ArrayList<>();
    Covariance worths = Covariance.ofWorths(sample, curve);
    for (double decay : DECAYS) {
      Covariance interactions = Covariance.ofInteractions(sample, curve, decay);
      for (double times : WORTHS) {
        Spectrum spectrum = new Spectrum(sample, curve, interactions.with(worths, times));
        for (double noise : NOISES) {
          points.add(new Point(spectrum, noise, spectrum.logLikelihood(noise)));
        }
      }
    }
    return points;
  }

  private static double[] values(OddSample sample, Point point) {
    int n = sample.playerCount();
    double[] values = point.spectrum().values(point.noise());
    double[] residuals = point.spectrum().residuals(point.noise());
    for (int i = 0; i < residuals.length; i++) {
      Coalition coalition = sample.halves().get(i);
      int size = coalition.size();
      // Twice s!(n-s)!/n! for both halves, over s for members and over s-n for others.
      double part =
          2 * sample.share() * residuals[i] / CombinatoricsUtils.binomialCoefficientDouble(n, size);
      for (int player = 0; player < n; player++) {
        values[player] += coalition.contains(player) ? part / size : -part / (n - size);
      }
    }
    return values;
  }
}
