package dev.clade.valuation.game.certainty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.design.PairedKernelDesign;
import dev.clade.valuation.game.estimate.Estimator;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.PairedKernelShap;
import dev.clade.valuation.game.process.DefaultEstimator;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import java.util.Optional;
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
            return PairedKernelDesign.draw(12, 122, seed);
          }

          @Override
          public Estimator estimator(CoalitionDesign design) {
            return new PairedKernelShap((PairedKernelDesign) design);
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
      for (int player = 0; player < exact.length; player++) {
        covered += values.get(player).interval().holds(exact[player]) ? 1 : 0;
      }
    }
    return covered / ((double) REPETITIONS * exact.length);
  }
}
