package dev.clade.valuation.server.forecast;

import dev.clade.valuation.game.forecast.Forecast.Range;
import dev.clade.valuation.game.statistic.Interval;
import dev.clade.valuation.game.statistic.MeanEstimate;
import dev.clade.valuation.server.domain.Budget;
import dev.clade.valuation.server.domain.Run;
import java.math.MathContext;
import java.util.Optional;
import java.util.stream.Stream;

/** How many more evaluations a budget allows. */
final class BudgetLeft {
  private static final double SECONDS_PER_HOUR = 3600;

  private BudgetLeft() {}

  /**
   * Returns how many, those under way included.
   *
   * @param seconds how long one occupies a device
   * @return nothing without a limit
   */
  static Optional<Range> evaluations(Run run, MeanEstimate seconds) {
    Budget budget = run.spec().budget();
    Optional<Range> counted =
        budget
            .evaluations()
            .map(most -> Math.max(0.0, most - run.usage().leases() + run.progress().running()))
            .map(left -> new Range(left, left, left));
    Optional<Range> timed =
        budget
            .deviceHours()
            .map(hours -> within(hours * SECONDS_PER_HOUR - run.usage().deviceSeconds(), seconds));
    Optional<Range> paid =
        budget
            .cost()
            .map(
                cost ->
                    cost.divide(run.price().orElseThrow().deviceHour(), MathContext.DECIMAL64)
                        .doubleValue())
            .map(hours -> within(hours * SECONDS_PER_HOUR - run.usage().deviceSeconds(), seconds));
    return Stream.of(counted, timed, paid).flatMap(Optional::stream).reduce(Ranges::least);
  }

  private static Range within(double left, MeanEstimate seconds) {
    double most = Math.max(0, left);
    Interval interval = seconds.interval();
    return new Range(
        Math.floor(most / interval.upper()),
        Math.floor(most / seconds.mean()),
        interval.lower() > 0 ? Math.floor(most / interval.lower()) : Double.NaN);
  }
}
