package dev.clade.valuation.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.estimator.EstimatorKind;
import dev.clade.valuation.game.forecast.Forecast.Range;
import dev.clade.valuation.game.statistic.MeanEstimate;
import dev.clade.valuation.server.domain.Budget;
import dev.clade.valuation.server.domain.PrecisionTarget;
import dev.clade.valuation.server.domain.Price;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunForecast;
import dev.clade.valuation.server.domain.Usage;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever ends a run first is forecast, with the hours and the money until then. */
class RunForecasterTest {
  /** Mean 36 s, a hundredth of an hour; the t interval of four figures is 36 +- 3.18 * 4.9 / 2. */
  private static final MeanEstimate SECONDS = MeanEstimate.of(new double[] {30, 36, 36, 42});

  private static final UtilityTable NOTHING = UtilityTable.builder(3).build();

  @Test
  void withoutLimitsThePlanIsDone() {
    Run run =
        Runs.of(Runs.spec(3), new Progress(16, 4, 2, 1, 0), new Usage(0, 0, 0), Optional.empty());
    RunForecast forecast = RunForecaster.of(run, NOTHING, SECONDS, 2);
    assertThat(forecast.ending()).isEqualTo(RunForecast.Ending.PLAN);
    assertThat(forecast.evaluations()).isEqualTo(new Range(11, 11, 11));
    assertThat(forecast.deviceHours().expected()).isCloseTo(0.11, within(1e-12));
    // Two workers need six rounds for eleven.
    assertThat(forecast.hours().expected()).isCloseTo(0.06, within(1e-12));
    assertThat(forecast.hours().low()).isLessThan(0.06);
    assertThat(forecast.hours().high()).isGreaterThan(0.06);
    assertThat(forecast.cost()).isEmpty();
    assertThat(forecast.timed()).isEqualTo(4);
  }

  @Test
  void aBudgetOfEvaluationsCountsThoseBegun() {
    Budget budget = new Budget(Optional.of(9), Optional.empty(), Optional.empty());
    Run run =
        Runs.of(
            Runs.spec(3).withBudget(budget),
            new Progress(16, 4, 2, 0, 0),
            new Usage(6, 144, 0),
            Optional.empty());
    RunForecast forecast = RunForecaster.of(run, NOTHING, SECONDS, 1);
    assertThat(forecast.ending()).isEqualTo(RunForecast.Ending.BUDGET);
    // Three more may begin, and two are under way.
    assertThat(forecast.evaluations()).isEqualTo(new Range(5, 5, 5));
  }

  @Test
  void moneyEndsARunWhenItIsTheScarcest() {
    Price price = new Price("EUR", new BigDecimal("2.50"));
    Budget budget =
        new Budget(Optional.of(100), Optional.of(1.0), Optional.of(new BigDecimal("0.20")));
    Run run =
        Runs.of(
            Runs.spec(3).withBudget(budget),
            new Progress(16, 0, 0, 0, 0),
            new Usage(0, 0, 0),
            Optional.of(price));
    RunForecast forecast = RunForecaster.of(run, NOTHING, SECONDS, 1);
    // 0.20 EUR are 0.08 h, which are 8 evaluations of 36 s.
    assertThat(forecast.ending()).isEqualTo(RunForecast.Ending.BUDGET);
    assertThat(forecast.evaluations().expected()).isEqualTo(8);
    assertThat(forecast.evaluations().low()).isLessThan(8);
    assertThat(forecast.cost().orElseThrow().expected()).isCloseTo(0.20, within(1e-12));
  }

  @Test
  void noisyTrainingIsSaid() {
    RunForecast forecast = exactGame(0.5, 1e-6);
    assertThat(forecast.ending()).isEqualTo(RunForecast.Ending.PLAN);
    assertThat(forecast.caveat()).startsWith("training is too noisy for the wanted precision");
  }

  @Test
  void valuesPreciseEnoughNeedNothingMore() {
    RunForecast forecast = exactGame(1e-9, 0.5);
    assertThat(forecast.ending()).isEqualTo(RunForecast.Ending.PRECISION);
    assertThat(forecast.evaluations().expected()).isZero();
  }

  /** Forecasts an exact run with two replicates of all of three players' coalitions. */
  private static RunForecast exactGame(double noise, double wanted) {
    UtilityTable.Builder table = UtilityTable.builder(3);
    for (Coalition coalition : EstimatorKind.EXACT.design(3, 8, 0).coalitions()) {
      double utility =
          BitSet.valueOf(coalition.toBytes()).stream().mapToDouble(each -> each + 1).sum();
      table.add(coalition, 0, utility + noise);
      table.add(coalition, 1, utility - noise);
    }
    UtilityTable utilities = table.build();
    Run run =
        Runs.of(
            Runs.spec(3, new PrecisionTarget(PrecisionTarget.Kind.HALF_WIDTH, wanted)),
            new Progress(24, 16, 0, 0, 0),
            new Usage(16, 576, 0),
            Optional.empty());
    return RunForecaster.of(
        run.withSolution(run.estimator().solve(utilities)), utilities, SECONDS, 1);
  }
}
