package dev.clade.valuation.game.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.design.PermutationDesign;
import dev.clade.valuation.game.estimate.KernelShap;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.marginal.LeaveOneOut;
import dev.clade.valuation.game.marginal.PermutationShapley;
import dev.clade.valuation.game.regression.LeverageShap;
import dev.clade.valuation.game.testing.Game;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the intervals of estimators other than the recommended one hold the truth. */
class IntervalsTest {
  private static final Game GAME = Game.saturating(12);

  @ParameterizedTest
  @CsvSource({"62, 0", "122, 0", "62, 0.2", "122, 0.2", "362, 0.2"})
  void leverageIntervalsCoverTheTruth(int budget, double noise) {
    assertThat(
            coverage(
                seed -> {
                  LeverageDesign design = LeverageDesign.draw(12, budget, seed);
                  return new LeverageShap().solve(GAME.table(design, 2, noise, seed)).orElseThrow();
                }))
        .isBetween(0.90, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"62, 0", "122, 0", "62, 0.2", "122, 0.2", "362, 0.2"})
  void intervalsOfThePublishedEstimatorCoverTheTruth(int budget, double noise) {
    assertThat(
            coverage(
                seed -> {
                  KernelDesign design = KernelDesign.draw(12, budget, seed);
                  return new KernelShap(design)
                      .solve(GAME.table(design, 2, noise, seed))
                      .orElseThrow();
                }))
        .isBetween(0.90, 1.0);
  }

  @ParameterizedTest
  @CsvSource({"24, true", "24, false", "60, true", "60, false"})
  void intervalsOverOrdersCoverTheTruth(int count, boolean reverses) {
    assertThat(
            coverage(
                seed -> {
                  PermutationDesign design =
                      reverses
                          ? PermutationDesign.antithetic(12, count, seed)
                          : PermutationDesign.independent(12, count, seed);
                  return new PermutationShapley(design)
                      .solve(GAME.table(design, 1, 0, seed))
                      .orElseThrow();
                }))
        .isBetween(0.90, 1.0);
  }

  @Test
  void leavingOneOutHasTheIntervalOfADifferenceOfMeans() {
    // Pooled variance 2 of one spare replicate, means of two and of one: sqrt(2/2 + 2/1).
    UtilityTable table =
        UtilityTable.builder(2)
            .add(Coalition.empty(2), 0, 0)
            .add(new Coalition(2, 1), 0, 4)
            .add(new Coalition(2, 2), 0, 5)
            .add(Coalition.grand(2), 0, 7)
            .add(Coalition.grand(2), 1, 9)
            .build();
    PlayerValue value = new LeaveOneOut().solve(table).orElseThrow().values().getFirst();
    assertThat(value.value()).isEqualTo(3, within(1e-12));
    assertThat(value.standardError()).isEqualTo(Math.sqrt(3), within(1e-12));
  }

  private static double coverage(LongFunction<Solution> repetition) {
    double[] exact = GAME.shapleyValues();
    int covered = 0;
    for (long seed = 0; seed < 200; seed++) {
      Solution solution = repetition.apply(seed);
      for (int i = 0; i < 12; i++) {
        PlayerValue value = solution.values().get(i);
        covered += value.lower() <= exact[i] && exact[i] <= value.upper() ? 1 : 0;
      }
    }
    return covered / (200.0 * 12);
  }
}
