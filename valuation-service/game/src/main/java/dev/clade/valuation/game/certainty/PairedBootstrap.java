package dev.clade.valuation.game.certainty;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CounterRandom;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;

/**
 * How values of any estimator vary: they are computed again from many resamples of the table.
 *
 * <p>Units are pairs of complementary coalitions, or coalitions whose complement is not known. An
 * estimator sees which coalitions are known, so a unit cannot count twice; resamples are therefore
 * drawn without replacement (Bickel, Götze and van Zwet 1997). Each leaves out half of the degrees
 * of freedom, (G - k + 1)/2 of G units for a regression of rank k, and k = 1 without one. Then
 * resampled values vary about the estimate as the estimate does about the truth: without bias for
 * means, nearly so for least squares (Wu 1986); what rounding to whole units leaves, a factor near
 * 1 mends. The noise of training of a pair is part of what differs between pairs and not drawn
 * again; that of the empty and the grand coalition, which every resample shares, is.
 *
 * <p>Noise is drawn from the deviations of all replicates from their coalitions' means, scaled up
 * by sqrt(r/(r-1)) for r replicates. Without replicates the noise of endpoints is left out.
 *
 * <p>Resample j depends on the seed and j only. A sampled design is taken for a small part of all
 * coalitions, which errs to the wide side; where every coalition is known, noise of training is all
 * there is. An estimator that needs certain coalitions, such as whole orders of joining, solves few
 * resamples or none, which is counted. Costs one solution a resample.
 *
 * @param estimator a pure function of the table
 * @param resamples how many, at least 2; {@value #RESAMPLES} are usual
 * @param seed any number
 */
public record PairedBootstrap(Estimator estimator, int resamples, long seed) {
  /** The usual number of resamples. */
  public static final int RESAMPLES = 500;

  /** Streams of one resample, so that choosing and noise do not depend on each other. */
  private static final int STREAMS = 2;

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException when there are fewer than 2 resamples
   */
  public PairedBootstrap {
    if (resamples < 2) {
      throw new IllegalArgumentException("resamples must be at least 2: " + resamples);
    }
  }

  /**
   * Returns how values vary with the choice of coalitions and the noise of training together.
   *
   * @return nothing when the table has no solution, no degree of freedom is left to resample, or
   *     every coalition is known but no replicate
   */
  public Optional<ResampledValues> total(UtilityTable table) {
    if (table.coalitionCount() == Math.scalb(1.0, table.playerCount())) {
      return noise(table);
    }
    Optional<Solution> solution = estimator.solve(table);
    PairUnits units = PairUnits.of(table);
    int rank = solution.map(each -> Math.max(1, each.diagnostics().rank())).orElse(0);
    int kept = (units.count() + rank - 1) / 2;
    if (solution.isEmpty() || kept < rank) {
      return Optional.empty();
    }
    double scale = Math.sqrt((kept - rank + 1.0) / (units.count() - kept));
    TrainingNoise noise = TrainingNoise.of(table);
    return Optional.of(
        resampled(
            solution.get(),
            scale,
            index ->
                noise.redrawn(
                    units.shuffled(random(index, 0)).at(place -> place < kept),
                    PairUnits::isEndpoint,
                    random(index, 1))));
  }

  /**
   * Returns how values vary with the noise of training alone, the coalitions as they are.
   *
   * @return nothing when the table has no solution, or no coalition has a second replicate
   */
  public Optional<ResampledValues> noise(UtilityTable table) {
    TrainingNoise noise = TrainingNoise.of(table);
    return noise.isKnown()
        ? estimator
            .solve(table)
            .map(
                solution ->
                    resampled(
                        solution, 1, index -> noise.redrawn(table, _ -> true, random(index, 1))))
        : Optional.empty();
  }

  private ResampledValues resampled(
      Solution solution, double scale, IntFunction<UtilityTable> resample) {
    List<double[]> draws = new ArrayList<>(resamples);
    double[] estimate = values(solution);
    for (int index = 0; index < resamples; index++) {
      estimator
          .solve(resample.apply(index))
          .map(each -> scaled(estimate, values(each), scale))
          .ifPresent(draws::add);
    }
    return new ResampledValues(estimate, draws, resamples - draws.size());
  }

  private SplittableRandom random(int index, int stream) {
    return CounterRandom.at(seed, (long) STREAMS * index + stream);
  }

  /** Returns the values of a solution, in the order of players. */
  static double[] values(Solution solution) {
    return solution.values().stream().mapToDouble(PlayerValue::value).toArray();
  }

  private static double[] scaled(double[] estimate, double[] draw, double scale) {
    double[] scaled = new double[draw.length];
    for (int player = 0; player < draw.length; player++) {
      scaled[player] = estimate[player] + scale * (draw[player] - estimate[player]);
    }
    return scaled;
  }
}
