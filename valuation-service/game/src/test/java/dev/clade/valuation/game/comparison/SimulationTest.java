package dev.clade.valuation.game.comparison;

import static dev.clade.valuation.game.comparison.Competitor.ANTITHETIC;
import static dev.clade.valuation.game.comparison.Competitor.LEVERAGE;
import static dev.clade.valuation.game.comparison.Competitor.LINEAR_MSR;
import static dev.clade.valuation.game.comparison.Competitor.PAIRED;
import static dev.clade.valuation.game.comparison.Competitor.PAPER;
import static dev.clade.valuation.game.comparison.Competitor.PERMUTATION;
import static dev.clade.valuation.game.comparison.Competitor.SIZE_ADJUSTED;
import static dev.clade.valuation.game.comparison.Competitor.SVARM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.testing.Game;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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

  private enum Kind {
    SATURATING,
    NOISY,
    INTERACTING
  }

  private static final Map<Kind, Map<Competitor, double[]>> ERRORS = new EnumMap<>(Kind.class);

  @BeforeAll
  static void simulate() {
    for (Kind kind : Kind.values()) {
      ERRORS.put(kind, errors(kind));
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void pairsAndReversesHalveTheErrorOfSingleDraws(Kind kind) {
    for (int budget = 1; budget < BUDGETS.length; budget++) {
      assertThat(error(kind, PAIRED, budget)).isLessThan(error(kind, PAPER, budget) / 2);
      assertThat(error(kind, LEVERAGE, budget)).isLessThan(error(kind, PAPER, budget) / 2);
    }
    for (int budget = 0; budget < BUDGETS.length; budget++) {
      assertThat(error(kind, ANTITHETIC, budget)).isLessThan(error(kind, PERMUTATION, budget));
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SATURATING", "NOISY"})
  void sizeAdjustmentErrsLeastWhereSizeMatters(Kind kind) {
    for (int budget = 1; budget < BUDGETS.length; budget++) {
      for (Competitor competitor : EnumSet.complementOf(EnumSet.of(SIZE_ADJUSTED, LINEAR_MSR))) {
        assertThat(error(kind, SIZE_ADJUSTED, budget)).isLessThan(error(kind, competitor, budget));
      }
      assertThat(error(kind, SIZE_ADJUSTED, budget))
          .isLessThan(error(kind, LINEAR_MSR, budget) * (kind == Kind.NOISY ? 1.1 : 0.8))
          .isLessThan(error(kind, PAPER, budget) / 10);
    }
  }

  @Test
  void withoutNoiseSizeAdjustmentCutsTheErrorFurther() {
    for (int budget = 1; budget < BUDGETS.length; budget++) {
      assertThat(error(Kind.SATURATING, SIZE_ADJUSTED, budget))
          .isLessThan(error(Kind.SATURATING, PAPER, budget) / 40)
          .isLessThan(error(Kind.SATURATING, LEVERAGE, budget) / 5);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"SATURATING", "NOISY"})
  void linearMsrComesBeforeLeverageWhereSizeMatters(Kind kind) {
    for (int budget = 0; budget < BUDGETS.length; budget++) {
      assertThat(error(kind, LINEAR_MSR, budget)).isLessThan(error(kind, LEVERAGE, budget));
    }
  }

  @Test
  void regressionsAreAlikeOnInteractionsAndBeforeAllOthers() {
    for (int budget = 2; budget < BUDGETS.length; budget++) {
      for (Competitor regression : REGRESSIONS) {
        assertThat(error(Kind.INTERACTING, regression, budget))
            .isLessThan(error(Kind.INTERACTING, LEVERAGE, budget) * 1.3)
            .isGreaterThan(error(Kind.INTERACTING, LEVERAGE, budget) / 1.3)
            .isLessThan(error(Kind.INTERACTING, ANTITHETIC, budget) / 2)
            .isLessThan(error(Kind.INTERACTING, PERMUTATION, budget) / 2)
            .isLessThan(error(Kind.INTERACTING, SVARM, budget) / 2);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void ordersAndStrataComeFirstBelowThreeCoalitionsAPlayer(Kind kind) {
    for (Competitor regression : EnumSet.of(PAPER, PAIRED, LEVERAGE, SIZE_ADJUSTED)) {
      assertThat(error(kind, ANTITHETIC, 0)).isLessThan(error(kind, regression, 0));
      assertThat(error(kind, SVARM, 0)).isLessThan(error(kind, regression, 0));
    }
  }

  private static double error(Kind kind, Competitor competitor, int budget) {
    return ERRORS.get(kind).get(competitor)[budget];
  }

  private static Map<Competitor, double[]> errors(Kind kind) {
    Map<Competitor, double[]> medians = new EnumMap<>(Competitor.class);
    Game[] games = new Game[GAMES];
    Game[] noisy = new Game[GAMES];
    double[][] exact = new double[GAMES][];
    for (int i = 0; i < GAMES; i++) {
      games[i] = kind == Kind.INTERACTING ? Game.interacting(PLAYERS, i) : saturating(i);
      noisy[i] = kind == Kind.SATURATING ? games[i] : noisy(games[i], i);
      exact[i] = games[i].shapleyValues();
    }
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
                                      .values(noisy[i], budget, i)
                                      .map(values -> error(values, exact[i]))
                                      .orElse(Double.POSITIVE_INFINITY))
                          .sorted()
                          .toArray()[GAMES / 2])
              .toArray());
    }
    return medians;
  }

  /** Utility that grows with the logarithm of the data, and with its mean quality. */
  private static Game saturating(long seed) {
    Random random = new Random(seed);
    double[] amounts =
        IntStream.range(0, PLAYERS).mapToDouble(_ -> Math.exp(random.nextGaussian())).toArray();
    double[] qualities = random.doubles(PLAYERS, -0.15, 0.15).toArray();
    return new Game(
        PLAYERS,
        c ->
            Math.log1p(c.players().mapToDouble(i -> amounts[i]).sum())
                + c.players().mapToDouble(i -> qualities[i]).sum());
  }

  /** Adds noise of 0.3 standard deviations of the utilities to all coalitions but the endpoints. */
  private static Game noisy(Game game, long seed) {
    double[] utilities =
        LongStream.range(0, 1L << PLAYERS)
            .mapToDouble(members -> game.of(new Coalition(PLAYERS, members)))
            .toArray();
    double mean = Arrays.stream(utilities).average().orElseThrow();
    double deviation =
        Math.sqrt(
            Arrays.stream(utilities).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
    Random random = new Random(seed + 1000);
    for (int i = 1; i < utilities.length - 1; i++) {
      utilities[i] += 0.3 * deviation * random.nextGaussian();
    }
    return new Game(PLAYERS, c -> utilities[(int) c.members()]);
  }

  private static double error(double[] values, double[] exact) {
    double mean = Arrays.stream(exact).average().orElseThrow();
    double squares = 0;
    double spread = 0;
    for (int i = 0; i < exact.length; i++) {
      squares += (values[i] - exact[i]) * (values[i] - exact[i]);
      spread += (exact[i] - mean) * (exact[i] - mean);
    }
    return squares / spread;
  }
}
