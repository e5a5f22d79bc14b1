package dev.clade.valuation.game.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.design.ExhaustiveDesign;
import dev.clade.valuation.game.design.LeverageDesign;
import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.ExactEnumeration;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.forecast.Forecast.Reachable;
import dev.clade.valuation.game.forecast.Forecast.Unreachable;
import dev.clade.valuation.game.regression.SizeAdjustedRegression;
import dev.clade.valuation.game.statistic.MeanEstimate;
import dev.clade.valuation.game.testing.Game;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrecisionForecastTest {
  /** Mean 1800 s; t interval of two: 1800 +- 12.7062 * 100. */
  private static final MeanEstimate TIMES = MeanEstimate.of(new double[] {1700, 1900});

  private static final Capacity CAPACITY = new Capacity(4, 2.5);

  @Test
  void halfTheWidthTakesFourTimesTheCoalitions() {
    // 60 coalitions so far: 180 more, in 45 rounds of half an hour; 90 hours at 2.50.
    UtilityTable table = Game.saturating(12).table(LeverageDesign.draw(12, 62, 1), 2, 0, 0);
    Reachable forecast =
        (Reachable)
            new PrecisionForecast(0.500001, CAPACITY, false)
                .of(table, solution(1, 20), TIMES)
                .orElseThrow();
    assertThat(forecast.evaluations().expected()).isEqualTo(180);
    assertThat(forecast.hours().expected()).isEqualTo(22.5, within(1e-9));
    assertThat(forecast.cost().expected()).isEqualTo(225, within(1e-9));
    // Chi-squared with 20 degrees of freedom: 9.59078 and 34.16961. 240 * 20 / 34.16961 = 140.5.
    assertThat(forecast.evaluations().low()).isEqualTo(81);
    assertThat(forecast.evaluations().high()).isEqualTo(441);
    assertThat(forecast.cost().low()).isEqualTo(81 * 529.38 / 3600 * 2.5, within(0.01));
    assertThat(forecast.hours().high()).isEqualTo(111 * 3070.62 / 3600, within(0.01));
  }

  @Test
  void exhaustedSizesNarrowNoFurther() {
    // All of sizes 1 and 3 of 4 players and 2 of 6 between: 1/12 + 1/(4 * 2) + 1/12 = 7/24. A third
    // makes 6/24 of it, all six 5/24; below that the four that are left leave nothing to sample.
    int[] kept = {0};
    UtilityTable table =
        Game.saturating(4).table().filter(each -> each.size() != 2 || kept[0]++ < 2);
    assertThat(more(table, Math.sqrt(6 / 7.0) + 1e-6)).isEqualTo(1);
    assertThat(more(table, Math.sqrt(5 / 7.0) + 1e-6)).isEqualTo(4);
    assertThat(more(table, 0.1)).isEqualTo(4);
  }

  @Test
  void withoutReplicatesTheHighEndIsUnknown() {
    UtilityTable table = Game.saturating(12).table(LeverageDesign.draw(12, 62, 1), 1, 0, 0);
    Reachable forecast =
        (Reachable)
            new PrecisionForecast(0.5, CAPACITY, false)
                .of(table, solution(1, 20), TIMES)
                .orElseThrow();
    assertThat(forecast.evaluations().high()).isNaN();
    assertThat(forecast.cost().high()).isNaN();
  }

  @Test
  void whatIsReachedTakesNothing() {
    UtilityTable table = Game.saturating(6).table(LeverageDesign.draw(6, 32, 1), 2, 0, 0);
    Reachable forecast =
        (Reachable)
            new PrecisionForecast(1.2, CAPACITY, true)
                .of(table, solution(1, 20), TIMES)
                .orElseThrow();
    assertThat(forecast.evaluations().expected()).isZero();
    assertThat(forecast.cost().expected()).isZero();
    assertThat(forecast.evaluations().high()).isPositive();
  }

  @Test
  void noiseOfTrainingMayBeTheFloor() {
    // Of 5 players, with two replicates at the four sizes and one variance s^2 a training:
    // s^2 / 25 (2 + 2 * 5/4) / 2 at those, s^2 / 25 * 2 (1/4 + 1/6) between.
    UtilityTable.Builder builder = UtilityTable.builder(5);
    Game game = Game.saturating(5);
    new ExhaustiveDesign(5)
        .coalitions()
        .forEach(
            each -> {
              builder.add(each, 0, game.of(each));
              if (each.size() <= 1 || each.size() >= 4) {
                builder.add(each, 1, game.of(each) + Math.sqrt(2));
              }
            });
    // Two values apart by the square root of 2 have variance 1.
    double floor = 1.959964 * Math.sqrt((4.5 / 2 + 5 / 6.0) / 25);
    Unreachable forecast =
        (Unreachable)
            new PrecisionForecast(0.5, CAPACITY, true)
                .of(builder.build(), solution(1, 20), TIMES)
                .orElseThrow();
    assertThat(forecast.floor()).isEqualTo(floor, within(1e-6));
    // 0.5^2 / 1.96^2 * 25 = 1.627: 4.5 / (1.627 - 0.833) = 5.67 replicates at the four sizes.
    assertThat(forecast.replicates()).isEqualTo(6);
    assertThat(forecast.everywhere()).isFalse();
    // 0.2^2 / 1.96^2 * 25 = 0.2603 is less than 0.833: 5.333 / 0.2603 = 20.5 replicates of all.
    Unreachable everywhere =
        (Unreachable)
            new PrecisionForecast(0.2, CAPACITY, true)
                .of(builder.build(), solution(1, 20), TIMES)
                .orElseThrow();
    assertThat(everywhere.replicates()).isEqualTo(21);
    assertThat(everywhere.everywhere()).isTrue();
  }

  @Test
  void floorIsTheVarianceOfEnumeration() {
    // All sizes of 3 players are among the four. Equal noise of each coalition: variance 0.18.
    UtilityTable.Builder builder = UtilityTable.builder(3);
    new ExhaustiveDesign(3)
        .coalitions()
        .forEach(each -> builder.add(each, 0, each.members()).add(each, 1, each.members() + 0.6));
    UtilityTable table = builder.build();
    double error =
        new ExactEnumeration(3).solve(table).orElseThrow().values().getFirst().standardError();
    assertThat(NoiseFloor.of(table).variance()).isEqualTo(error * error, within(1e-12));
    assertThat(error * error).isEqualTo(2 * (1 + 1 / 2.0 + 1) / 9 * 0.18 / 2, within(1e-12));
  }

  @Test
  void forecastsComeTrue() {
    Game game = Game.interacting(12, 3);
    double expected = 0;
    for (long seed = 0; seed < 20; seed++) {
      UtilityTable now = game.table(LeverageDesign.draw(12, 202, seed), 2, 0.2, seed);
      Solution solution = new SizeAdjustedRegression().solve(now).orElseThrow();
      double target = 0.85 * widest(solution);
      Reachable forecast =
          (Reachable)
              new PrecisionForecast(target, CAPACITY, true).of(now, solution, TIMES).orElseThrow();
      int budget = 202 + 2 * (int) Math.ceil(forecast.evaluations().expected() / 2);
      UtilityTable then = game.table(LeverageDesign.draw(12, budget, seed), 2, 0.2, seed);
      expected += widest(new SizeAdjustedRegression().solve(then).orElseThrow()) / target / 20;
    }
    assertThat(expected).isBetween(0.9, 1.1);
  }

  @Test
  void withoutIntervalsThereIsNoForecast() {
    UtilityTable table = Game.saturating(6).table(LeverageDesign.draw(6, 32, 1), 1, 0, 0);
    assertThat(new PrecisionForecast(1, CAPACITY, true).of(table, solution(Double.NaN, 0), TIMES))
        .isEmpty();
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PrecisionForecast(0, CAPACITY, true))
        .withMessageContaining("half-width");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Capacity(0, 1))
        .withMessageContaining("workers");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Capacity(1, -1))
        .withMessageContaining("price");
  }

  private static double more(UtilityTable table, double halfWidth) {
    return ((Reachable)
            new PrecisionForecast(halfWidth, CAPACITY, true)
                .of(table, solution(1, 20), TIMES)
                .orElseThrow())
        .evaluations()
        .expected();
  }

  private static double widest(Solution solution) {
    return solution.values().stream().mapToDouble(each -> each.halfWidth(0.95)).max().orElseThrow();
  }

  /** Two players; the second's interval is the wider one, with this half-width. */
  private static Solution solution(double halfWidth, double degrees) {
    double quantile = degrees > 0 ? 2.0859634 : 1;
    double[] variances = {0.01 * halfWidth, Math.pow(halfWidth / quantile, 2)};
    List<PlayerValue> values = Solution.playerValues(new double[] {1, 2}, variances, degrees);
    return new Solution(values, new Diagnostics(0, 3, 0, 0, 9, 0, 0));
  }
}
