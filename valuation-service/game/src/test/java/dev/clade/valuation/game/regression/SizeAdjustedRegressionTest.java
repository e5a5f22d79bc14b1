package dev.clade.valuation.game.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.CoalitionDesign;
import dev.clade.valuation.game.design.KernelDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.design.SingletonsFirst;
import dev.clade.valuation.game.estimate.KernelShap;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.testing.Game;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeAdjustedRegressionTest {
  private static final SizeAdjustedRegression ESTIMATOR = new SizeAdjustedRegression();

  @Property(tries = 50)
  void allCoalitionsOfEightPlayersGiveTheExactValues(@ForAll long seed) {
    Game game = Game.random(8, seed);
    assertThat(values(game.table())).containsExactly(game.shapleyValues(), within(1e-12));
  }

  @Property(tries = 50)
  void allCoalitionsOfFewPlayersGiveTheExactValuesByTheQuadraticToo(
      @ForAll @IntRange(min = 2, max = 4) int players, @ForAll long seed) {
    Game game = Game.random(players, seed);
    assertThat(values(game.table())).containsExactly(game.shapleyValues(), within(1e-12));
  }

  @Property(tries = 50)
  void additiveGameIsExactFromAnySample(
      @ForAll @IntRange(min = 9, max = 40) int players, @ForAll long seed) {
    double[] worths = IntStream.range(0, players).mapToDouble(i -> i - 5.5).toArray();
    LeverageDesign design = LeverageDesign.draw(players, 6 * players, seed);
    Solution solution = solve(Game.additive(7, worths), design);
    assertThat(Game.values(solution)).containsExactly(worths, within(1e-9));
    assertThat(solution.diagnostics().rank()).isEqualTo(players - 1);
    assertThat(solution.diagnostics().conditionNumber()).isBetween(1.0, 1e6);
  }

  @Property(tries = 50)
  void biasThatDependsOnTheSizeOnlyCancelsInEverySample(@ForAll long seed) {
    Game game = Game.random(10, seed);
    Game biased = new Game(10, c -> game.of(c) + (c.size() % 10 == 0 ? 0 : Math.exp(c.size())));
    LeverageDesign design = LeverageDesign.draw(10, 62, seed);
    assertThat(Game.values(solve(biased, design)))
        .containsExactly(Game.values(solve(game, design)), within(1e-8));
  }

  @Property(tries = 50)
  void quadraticBiasCancelsInASmallSample(@ForAll long seed) {
    Game game = Game.random(10, seed);
    Game biased =
        new Game(10, c -> game.of(c) + (c.size() % 10 == 0 ? 0 : c.size() * (3.0 * c.size() - 40)));
    LeverageDesign design = LeverageDesign.draw(10, 34, seed);
    // So small a sample may leave two players together or apart in every pair.
    Assume.that(ESTIMATOR.solve(game.table(design, 1, 0, 0)).isPresent());
    assertThat(Game.values(solve(biased, design)))
        .containsExactly(Game.values(solve(game, design)), within(1e-8));
  }

  @Property(tries = 50)
  void endpointsMoveAllValuesAlike(@ForAll long seed) {
    Game game = Game.random(10, seed);
    Game moved = new Game(10, c -> c.size() == 10 ? 100 : c.size() == 0 ? -7 : game.of(c));
    LeverageDesign design = LeverageDesign.draw(10, 62, seed);
    double share = (107 - game.of(Coalition.grand(10)) + game.of(Coalition.empty(10))) / 10;
    double[] expected =
        IntStream.range(0, 10)
            .mapToDouble(i -> Game.values(solve(game, design))[i] + share)
            .toArray();
    assertThat(Game.values(solve(moved, design))).containsExactly(expected, within(1e-9));
  }

  @Test
  void samplesOfTheKernelAreSolvedAsWell() {
    Game game = Game.saturating(12);
    double[] exact = game.shapleyValues();
    double[] adjusted = new double[2];
    for (int seed = 0; seed < 20; seed++) {
      KernelDesign design = KernelDesign.drawPaired(12, 122, seed);
      UtilityTable table = game.table(design, 1, 0, 0);
      double[] plain = Game.values(new KernelShap(design).solve(table).orElseThrow());
      for (int i = 0; i < 12; i++) {
        adjusted[0] += Math.pow(values(table)[i] - exact[i], 2);
        adjusted[1] += Math.pow(plain[i] - exact[i], 2);
      }
    }
    assertThat(adjusted[0]).isLessThan(adjusted[1] / 3);
  }

  @Test
  void tooFewCoalitionsAreRefused() {
    Game game = Game.random(12, 1);
    assertThat(ESTIMATOR.solve(game.table(LeverageDesign.draw(12, 22, 1), 1, 0, 0))).isEmpty();
    assertThat(ESTIMATOR.solve(game.table(LeverageDesign.draw(12, 42, 1), 1, 0, 0))).isPresent();
  }

  @Test
  void nothingIsSaidWithoutTheEndpoints() {
    UtilityTable.Builder builder = UtilityTable.builder(4);
    for (long members = 1; members < 16; members++) {
      builder.add(new Coalition(4, members), 0, members);
    }
    assertThat(ESTIMATOR.solve(builder.build())).isEmpty();
  }

  @Test
  void halfAPairCountsForItself() {
    Game game = Game.saturating(8);
    UtilityTable.Builder builder = UtilityTable.builder(8);
    LeverageDesign design = LeverageDesign.draw(8, 64, 2);
    design.coalitions().stream().limit(61).forEach(c -> builder.add(c, 0, game.of(c)));
    Solution solution = ESTIMATOR.solve(builder.build()).orElseThrow();
    assertThat(solution.diagnostics().coalitionCount()).isEqualTo(61);
    assertThat(solution.values()).allSatisfy(value -> assertThat(value.upper()).isFinite());
  }

  @Test
  void noDegreeOfFreedomLeftMeansNoInterval() {
    // 11 pairs and 11 slopes besides the curve.
    Optional<Solution> solution =
        ESTIMATOR.solve(Game.saturating(12).table(LeverageDesign.draw(12, 26, 2), 1, 0, 0));
    assertThat(solution.orElseThrow().values())
        .allSatisfy(value -> assertThat(value.upper()).isNaN());
  }

  @Test
  void soleContributorGetsAll() {
    assertThat(values(Game.additive(2, 5).table())).containsExactly(5);
  }

  @ParameterizedTest
  @CsvSource({
    "saturating, 42, 0.2", "saturating, 62, 0.2", "saturating, 122, 0.2", "saturating, 362, 0.2",
    "saturating, 42, 0", "saturating, 62, 0", "saturating, 122, 0", "saturating, 362, 0",
    "interacting, 62, 0.3", "interacting, 122, 0.3", "interacting, 362, 0.3"
  })
  void intervalsCoverTheTruth(String name, int budget, double noise) {
    Game game = name.equals("saturating") ? Game.saturating(12) : Game.interacting(12, 3);
    double[] exact = game.shapleyValues();
    int covered = 0;
    int intervals = 0;
    for (long seed = 0; seed < 200; seed++) {
      CoalitionDesign design = new SingletonsFirst(LeverageDesign.draw(12, budget, seed), budget);
      // A small sample may leave two players together or apart in every pair, and is refused then.
      Optional<Solution> solution = ESTIMATOR.solve(game.table(design, 2, noise, seed));
      for (int i = 0; solution.isPresent() && i < 12; i++) {
        PlayerValue value = solution.get().values().get(i);
        covered += value.lower() <= exact[i] && exact[i] <= value.upper() ? 1 : 0;
        intervals++;
      }
    }
    assertThat(intervals).isGreaterThan(198 * 12);
    assertThat((double) covered / intervals).isBetween(0.90, 1.0);
  }

  private static Solution solve(Game game, LeverageDesign design) {
    return ESTIMATOR.solve(game.table(design, 1, 0, 0)).orElseThrow();
  }

  private static double[] values(UtilityTable table) {
    return Game.values(ESTIMATOR.solve(table).orElseThrow());
  }
}
