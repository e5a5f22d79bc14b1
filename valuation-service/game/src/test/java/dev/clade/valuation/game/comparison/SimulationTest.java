package dev.clade.valuation.game.comparison;

import static dev.clade.valuation.game.comparison.Competitor.ANTITHETIC;
import static dev.clade.valuation.game.comparison.Competitor.LEVERAGE;
import static dev.clade.valuation.game.comparison.Competitor.LINEAR_MSR;
import static dev.clade.valuation.game.comparison.Competitor.PAIRED;
import static dev.clade.valuation.game.comparison.Competitor.PAPER;
import static dev.clade.valuation.game.comparison.Competitor.PERMUTATION;
import static dev.clade.valuation.game.comparison.Competitor.PROCESS;
import static dev.clade.valuation.game.comparison.Competitor.SIZE_ADJUSTED;
import static dev.clade.valuation.game.comparison.Competitor.SURROGATE;
import static dev.clade.valuation.game.comparison.Competitor.SVARM;
import static dev.clade.valuation.game.comparison.Competitor.TREE_MSR;
import static dev.clade.valuation.game.comparison.Competitor.UNBIASED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.simulation.GameFamily;
import dev.clade.valuation.game.simulation.SimulatedGame;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Which estimator errs less on which games: medians, over 25 games of 12 players, of the squared
 * error over the sum of squares of the exact values about their mean. Orders are asserted, not
 * digits.
 */
class SimulationTest {
  private static final int PLAYERS = 12;
  private static final int GAMES = 25;

  /** Coalitions besides the endpoints: 2, 5, 10 and 30 a player. */
  private static final int[] BUDGETS = {24, 60, 120, 360};

  private static final Set<Competitor> REGRESSIONS =
      EnumSet.of(PAIRED, LEVERAGE, LINEAR_MSR, SIZE_ADJUSTED);

  private static final Map<GameFamily, Map<Competitor, double[]>> ERRORS =
      new EnumMap<>(GameFamily.class);

  @BeforeAll
  static void simulate() {
    for (GameFamily family : GameFamily.values()) {
      ERRORS.put(family, errors(family));
    }
  }

  @ParameterizedTest
  @EnumSource(GameFamily.class)
  void pairsAndReversesErrLessThanSingleDraws(GameFamily family) {
    for (int budget = 1; budget < BUDGETS.length; budget++) {
      assertThat(error(family, PAIRED, budget)).isLessThan(error(family, PAPER, budget) / 1.8);
      assertThat(error(family, LEVERAGE, budget)).isLessThan(error(family, PAPER, budget) / 1.4);
    }
    for (int budget = 0; budget < BUDGETS.length; budget++) {
      assertThat(error(family, ANTITHETIC, budget)).isLessThan(error(family, PERMUTATION, budget));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = GameFamily.class,
      names = {"SATURATING", "NOISY"})
  void sizeAdjustmentErrsLeastWhereSizeMatters(GameFamily family) {
    for (int budget = 1; budget < BUDGETS.length; budget++) {
      for (Competitor competitor :
          EnumSet.complementOf(
              EnumSet.of(SIZE_ADJUSTED, LINEAR_MSR, TREE_MSR, SURROGATE, PROCESS))) {
        assertThat(error(family, SIZE_ADJUSTED, budget))
            .isLessThan(error(family, competitor, budget));
      }
      assertThat(error(family, SIZE_ADJUSTED, budget))
          .isLessThan(error(family, LINEAR_MSR, budget) * (family == GameFamily.NOISY ? 1.1 : 0.8))
          .isLessThan(error(family, PAPER, budget) / 6);
    }
  }

  @Test
  void withoutNoiseSizeAdjustmentCutsTheErrorFurther() {
    for (int budget = 1; budget < BUDGETS.length; budget++) {
      assertThat(error(GameFamily.SATURATING, SIZE_ADJUSTED, budget))
          .isLessThan(error(GameFamily.SATURATING, PAPER, budget) / 25)
          .isLessThan(error(GameFamily.SATURATING, LEVERAGE, budget) / 5);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = GameFamily.class,
      names = {"SATURATING", "NOISY"})
  void linearMsrComesBeforeLeverageWhereSizeMatters(GameFamily family) {
    for (int budget = 0; budget < BUDGETS.length; budget++) {
      assertThat(error(family, LINEAR_MSR, budget)).isLessThan(error(family, LEVERAGE, budget));
    }
  }

  @Test
  void regressionsAreAlikeOnInteractionsAndBeforeAllOthers() {
    for (int budget = 2; budget < BUDGETS.length; budget++) {
      for (Competitor regression : REGRESSIONS) {
        assertThat(error(GameFamily.INTERACTING, regression, budget))
            .isLessThan(error(GameFamily.INTERACTING, LEVERAGE, budget) * 1.3)
            .isGreaterThan(error(GameFamily.INTERACTING, LEVERAGE, budget) / 1.3)
            .isLessThan(error(GameFamily.INTERACTING, ANTITHETIC, budget) / 2)
            .isLessThan(error(GameFamily.INTERACTING, PERMUTATION, budget) / 2)
            .isLessThan(error(GameFamily.INTERACTING, SVARM, budget) / 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(GameFamily.class)
  void ordersAndStrataComeFirstBelowThreeCoalitionsAPlayer(GameFamily family) {
    for (Competitor regression : EnumSet.of(PAIRED, LEVERAGE, SIZE_ADJUSTED)) {
      assertThat(error(family, ANTITHETIC, 0)).isLessThan(error(family, regression, 0));
      assertThat(error(family, SVARM, 0)).isLessThan(error(family, regression, 0));
    }
  }

  @ParameterizedTest
  @EnumSource(GameFamily.class)
  void theProcessErrsLeastOfAll(GameFamily family) {
    for (int budget = 0; budget < BUDGETS.length; budget++) {
      for (Competitor competitor : EnumSet.complementOf(EnumSet.of(PROCESS))) {
        // At five coalitions a player, pairs of the kernel are as good on interactions.
        double margin = family == GameFamily.INTERACTING && budget == 1 ? 1.3 : 1;
        assertThat(error(family, PROCESS, budget))
            .isLessThan(margin * error(family, competitor, budget));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(GameFamily.class)
  void treesCorrectTheSampleFromThirtyCoalitionsAPlayer(GameFamily family) {
    assertThat(error(family, TREE_MSR, 3))
        .isLessThan(error(family, PAIRED, 3))
        .isLessThan(1.2 * error(family, LINEAR_MSR, 3));
    // Biased trees win while there is little to correct them with.
    assertThat(error(family, SURROGATE, 1)).isLessThan(error(family, TREE_MSR, 1));
  }

  @ParameterizedTest
  @EnumSource(GameFamily.class)
  void theExactMatrixCostsFarMoreThanItSaves(GameFamily family) {
    for (int budget = 1; budget < BUDGETS.length; budget++) {
      assertThat(error(family, UNBIASED, budget)).isGreaterThan(3 * error(family, PAIRED, budget));
    }
  }

  private static double error(GameFamily family, Competitor competitor, int budget) {
    return ERRORS.get(family).get(competitor)[budget];
  }

  private static Map<Competitor, double[]> errors(GameFamily family) {
    Map<Competitor, double[]> medians = new EnumMap<>(Competitor.class);
    SimulatedGame[] games =
        IntStream.range(0, GAMES)
            .mapToObj(i -> family.draw(PLAYERS, i))
            .toArray(SimulatedGame[]::new);
    for (Competitor competitor : Competitor.values()) {
      medians.put(
          competitor,
          Arrays.stream(BUDGETS)
              .mapToDouble(
                  budget ->
                      IntStream.range(0, GAMES)
                          .mapToDouble(
                              i ->
                                  competitor
                                      .values(games[i], budget, i)
                                      .map(games[i]::relativeSquaredError)
                                      .orElse(Double.POSITIVE_INFINITY))
                          .sorted()
                          .toArray()[GAMES / 2])
              .toArray());
    }
    return medians;
  }
}
