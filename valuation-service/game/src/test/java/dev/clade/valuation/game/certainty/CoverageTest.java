package dev.clade.valuation.game.certainty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.CounterRandom;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.KernelShap;
import dev.clade.valuation.game.process.DefaultEstimator;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often nominal 95 % intervals of sampling and training together hold the truth. */
class CoverageTest {
  private static final int REPETITIONS = 40;
  private static final int RESAMPLES = 100;

  private interface Repetition {
    CoalitionDesign design(long seed);

    Estimator estimator(CoalitionDesign design);
  }

  @ParameterizedTest
  @CsvSource({"62, 2, 0.2", "122, 2, 0.2", "122, 1, 0", "242, 2, 0.2"})
  void sizeAdjustedIntervalsCoverTheTruth(int budget, int replicates, double noise) {
    for (Game game : List.of(Game.saturating(12), Game.interacting(12, 1))) {
      assertThat(
              coverage(game, replicates, noise, repetition(budget, new SizeAdjustedRegression())))
          .isBetween(0.90, 1.0);
    }
  }

  @Test
  void leverageIntervalsCoverTheTruth() {
    assertThat(coverage(Game.saturating(12), 2, 0.2, repetition(122, new LeverageShap())))
        .isBetween(0.90, 1.0);
  }

  @Test
  void kernelIntervalsCoverTheTruth() {
    Repetition paired =
        new Repetition() {
          @Override
          public CoalitionDesign design(long seed) {
            return KernelDesign.drawPaired(12, 122, seed);
          }

          @Override
          public Estimator estimator(CoalitionDesign design) {
            return new KernelShap((KernelDesign) design);
          }
        };
    assertThat(coverage(Game.saturating(12), 2, 0.2, paired)).isBetween(0.90, 1.0);
  }

  @Test
  void intervalsOfAllCoalitionsCoverTheNoise() {
    Repetition all =
        new Repetition() {
          @Override
          public CoalitionDesign design(long seed) {
            return new ExhaustiveDesign(6);
          }

          @Override
          public Estimator estimator(CoalitionDesign design) {
            return new ExactEnumeration(6);
          }
        };
    assertThat(coverage(Game.saturating(6), 2, 0.3, all)).isBetween(0.90, 1.0);
  }

  @Test
  void calibratedIntervalsOfABiasedProxyCoverTheRetrainedValues() {
    Game truth = Game.interacting(10, 2);
    double[] bias = {0.3, -0.2, 0.1, 0, 0.4, -0.3, 0, 0.2, -0.1, 0.3};
    Game proxy =
        new Game(
            10,
            c -> truth.of(c) - c.players().mapToDouble(i -> bias[i]).sum() / Math.max(1, c.size()));
    Estimator estimator = new SizeAdjustedRegression();
    double[] exact = truth.shapleyValues();
    int calibrated = 0;
    int raw = 0;
    for (long seed = 0; seed < REPETITIONS; seed++) {
      UtilityTable many = proxy.table(LeverageDesign.draw(10, 202, seed), 2, 0.1, seed);
      UtilityTable few =
          truth.table(LeverageDesign.draw(10, 202, seed), 1, 0.1, -1 - seed).filter(part(seed));
      PairedBootstrap bootstrap = new PairedBootstrap(estimator, RESAMPLES, seed);
      calibrated +=
          covered(
              exact,
              LayeredValue.of(bootstrap, many, TierCalibration.of(estimator, many, few))
                  .orElseThrow());
      raw += covered(exact, LayeredValue.of(bootstrap, many, Optional.empty()).orElseThrow());
    }
    assertThat(calibrated / (10.0 * REPETITIONS)).isBetween(0.90, 1.0);
    assertThat(raw / (10.0 * REPETITIONS)).isLessThan(0.8);
  }

  /** Chooses the endpoints and 20 of the 100 pairs of a design of 10 players at random. */
  private static Predicate<Coalition> part(long seed) {
    List<Coalition> coalitions = LeverageDesign.draw(10, 202, seed).coalitions();
    int[] order = CounterRandom.order(100, CounterRandom.at(seed, 0));
    return each -> {
      int place = coalitions.indexOf(each);
      return place < 2 || order[place / 2 - 1] < 20;
    };
  }

  private static int covered(double[] exact, List<LayeredValue> values) {
    int covered = 0;
    for (int player = 0; player < exact.length; player++) {
      covered += values.get(player).interval().holds(exact[player]) ? 1 : 0;
    }
    return covered;
  }

  private static Repetition repetition(int budget, Estimator estimator) {
    return new Repetition() {
      @Override
      public CoalitionDesign design(long seed) {
        return DefaultEstimator.design(12, budget, seed);
      }

      @Override
      public Estimator estimator(CoalitionDesign design) {
        return estimator;
      }
    };
  }

  private static double coverage(Game game, int replicates, double noise, Repetition repetition) {
    double[] exact = game.shapleyValues();
    int covered = 0;
    for (long seed = 0; seed < REPETITIONS; seed++) {
      CoalitionDesign design = repetition.design(seed);
      UtilityTable table = game.table(design, replicates, noise, seed);
      List<LayeredValue> values =
          LayeredValue.of(
                  new PairedBootstrap(repetition.estimator(design), RESAMPLES, seed),
                  table,
                  Optional.empty())
              .orElseThrow();
      covered += covered(exact, values);
    }
    return covered / ((double) REPETITIONS * exact.length);
  }
}
