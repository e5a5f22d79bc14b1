package dev.clade.valuation.game.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.testing.Game;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianProcessShapTest {
  private static final GaussianProcessShap ESTIMATOR = new GaussianProcessShap();

  @Property(tries = 20)
  void allCoalitionsGiveTheExactValues(
      @ForAll @IntRange(min = 1, max = 7) int players, @ForAll long seed) {
    Game game = Game.random(players, seed);
    assertThat(Game.values(ESTIMATOR.solve(game.table()).orElseThrow()))
        .containsExactly(game.shapleyValues(), within(1e-9));
  }

  @Property(tries = 20)
  void additiveGameIsExactButForTheLeastNoise(@ForAll long seed) {
    double[] worths = IntStream.range(0, 15).mapToDouble(i -> i - 5.5).toArray();
    assertThat(Game.values(solve(Game.additive(7, worths), 15, 92, seed)))
        .containsExactly(worths, within(1e-5));
  }

  @Property(tries = 20)
  void valuesShareOutTheWhole(@ForAll long seed) {
    Solution solution = solve(Game.random(9, seed), 9, 42, seed);
    assertThat(solution.diagnostics().efficiencyGap()).isEqualTo(0, within(1e-10));
  }

  @Property(tries = 20)
  void cubicBiasOfTheSizeCancels(@ForAll long seed) {
    Game game = Game.random(9, seed);
    Game biased =
        new Game(
            9,
            c -> game.of(c) + (c.size() % 9 == 0 ? 0 : 3 + c.size() * c.size() * (c.size() - 7)));
    assertThat(Game.values(solve(biased, 9, 42, seed)))
        .containsExactly(Game.values(solve(game, 9, 42, seed)), within(1e-6));
  }

  @Property(tries = 20)
  void unitsOfUtilityDoNotMatter(@ForAll long seed) {
    Game game = Game.random(9, seed);
    double[] thousandfold = Game.values(solve(new Game(9, c -> 1000 * game.of(c)), 9, 42, seed));
    assertThat(Arrays.stream(thousandfold).map(value -> value / 1000).toArray())
        .containsExactly(Game.values(solve(game, 9, 42, seed)), within(1e-9));
  }

  @Test
  void utilitiesThatAreAllEqualGiveNothingToAnybody() {
    assertThat(Game.values(solve(new Game(9, _ -> 4), 9, 42, 1)))
        .containsExactly(new double[9], within(1e-12));
  }

  @Test
  void covariancesHaveTheShapleyValuesOfTheirGame() {
    OrderDecay decay = new OrderDecay(7, 0.2);
    for (long members : new long[] {0, 1, 0b1010110, 0b1111111}) {
      Coalition center = new Coalition(7, members);
      double[] exact =
          new Game(7, coalition -> decay.covariance(coalition, center)).shapleyValues();
      assertThat(IntStream.range(0, 7).mapToDouble(i -> decay.shapleyValue(center, i)).toArray())
          .containsExactly(exact, within(1e-12));
    }
  }

  @ParameterizedTest
  @MethodSource("lines")
  void valuesAndErrorsAreThoseOfNumpy(String game, String answer) {
    String[] parts = game.split(";", -1);
    int players = Integer.parseInt(parts[0]);
    double[] utilities = numbers(parts[1]);
    UtilityTable.Builder table = UtilityTable.builder(players);
    table.add(Coalition.empty(players), 0, utilities[0]);
    table.add(Coalition.grand(players), 0, utilities[utilities.length - 1]);
    for (double members : numbers(parts[4])) {
      table.add(new Coalition(players, (long) members), 0, utilities[(int) members]);
    }
    Solution solution = ESTIMATOR.solve(table.build()).orElseThrow();
    assertThat(Game.values(solution))
        .containsExactly(numbers(answer.split(";", -1)[0]), within(1e-7));
    double[] variances =
        solution.values().stream()
            .mapToDouble(v -> v.standardError() * v.standardError())
            .toArray();
    assertThat(variances).containsExactly(numbers(answer.split(";", -1)[1]), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {190, 206, 230, 256})
  void nearlyAllPairsHaveMuchInCommonAndAreSolvedAllTheSame(int budget) {
    Game game = Game.random(8, 3);
    double[] exact = game.shapleyValues();
    double[] values = Game.values(solve(game, 8, budget, 1));
    double mean = Arrays.stream(exact).average().orElseThrow();
    double error = 0;
    double spread = 0;
    for (int player = 0; player < 8; player++) {
      error += (values[player] - exact[player]) * (values[player] - exact[player]);
      spread += (exact[player] - mean) * (exact[player] - mean);
    }
    assertThat(error).isLessThan(0.05 * spread);
  }

  @Test
  void fewerPairsThanPlayersAreRefused() {
    Game game = Game.saturating(12);
    assertThat(ESTIMATOR.solve(game.table(DefaultEstimator.design(12, 24, 1), 1, 0, 0))).isEmpty();
    assertThat(ESTIMATOR.solve(game.table(DefaultEstimator.design(12, 26, 1), 1, 0, 0)))
        .isPresent();
    UtilityTable.Builder withoutEndpoints = UtilityTable.builder(12);
    LeverageDesign.draw(12, 62, 1).coalitions().stream()
        .skip(1)
        .forEach(c -> withoutEndpoints.add(c, 0, game.of(c)));
    assertThat(ESTIMATOR.solve(withoutEndpoints.build())).isEmpty();
  }

  @Test
  void halfAPairIsNotUsed() {
    Game game = Game.saturating(8);
    List<Coalition> coalitions = LeverageDesign.draw(8, 64, 2).coalitions();
    UtilityTable.Builder builder = UtilityTable.builder(8);
    coalitions.stream().limit(62).forEach(c -> builder.add(c, 0, game.of(c)));
    Solution without = ESTIMATOR.solve(builder.build()).orElseThrow();
    builder.add(coalitions.get(62), 0, 1e6);
    Solution with = ESTIMATOR.solve(builder.build()).orElseThrow();
    assertThat(Game.values(with)).isEqualTo(Game.values(without));
    assertThat(with.diagnostics().coalitionCount()).isEqualTo(62);
  }

  @ParameterizedTest
  @CsvSource({
    "saturating, 26, 0.2", "saturating, 62, 0.2", "saturating, 122, 0.2", "saturating, 62, 0",
    "interacting, 26, 0.3", "interacting, 62, 0.3", "interacting, 122, 0.3", "interacting, 62, 0"
  })
  void intervalsCoverTheTruth(String name, int budget, double noise) {
    Game game = name.equals("saturating") ? Game.saturating(12) : Game.interacting(12, 3);
    double[] exact = game.shapleyValues();
    int covered = 0;
    for (long seed = 0; seed < 60; seed++) {
      Solution solution =
          ESTIMATOR
              .solve(game.table(DefaultEstimator.design(12, budget, seed), 2, noise, seed))
              .orElseThrow();
      for (int i = 0; i < 12; i++) {
        PlayerValue value = solution.values().get(i);
        covered += value.lower() <= exact[i] && exact[i] <= value.upper() ? 1 : 0;
      }
    }
    assertThat(covered / (60.0 * 12)).isBetween(0.90, 1.0);
  }

  @Test
  void aTableTooLargeForTheProcessIsSolvedByRegression() {
    Game game = Game.random(11, 5);
    assertThat(Game.values(new DefaultEstimator().solve(game.table()).orElseThrow()))
        .containsExactly(game.shapleyValues(), within(1e-12));
  }

  private static Solution solve(Game game, int players, int budget, long seed) {
    return ESTIMATOR
        .solve(game.table(DefaultEstimator.design(players, budget, seed), 1, 0, 0))
        .orElseThrow();
  }

  private static double[] numbers(String list) {
    return Arrays.stream(list.split(",", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  private static List<Object[]> lines() throws IOException {
    List<String> games = read("/dev/clade/valuation/game/testing/game_answers.csv");
    List<String> answers = read("process_answers.csv");
    List<Object[]> lines = new ArrayList<>();
    for (int i = 0; i < games.size(); i++) {
      lines.add(new Object[] {games.get(i), answers.get(i)});
    }
    return lines;
  }

  private static List<String> read(String name) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                GaussianProcessShapTest.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }
}
