package dev.clade.valuation.server.forecast;

import dev.clade.valuation.game.UtilityTable;
import dev.clade.valuation.game.forecast.Forecast.Range;
import dev.clade.valuation.game.statistic.MeanEstimate;
import dev.clade.valuation.server.domain.Progress;
import dev.clade.valuation.server.domain.Run;
import dev.clade.valuation.server.domain.RunForecast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Forecasts what is left of a run: whatever ends it first. */
final class RunForecaster {
  private static final double SECONDS_PER_HOUR = 3600;

  private RunForecaster() {}

  /**
   * Returns the forecast of a run that has not ended.
   *
   * @param table its utilities; matter only where it has a wanted precision and values
   * @param seconds how long an evaluation occupies a device, failures and waits included
   * @param workers that evaluate in parallel, at least 1
   */
  static RunForecast of(Run run, UtilityTable table, MeanEstimate seconds, int workers) {
    Optional<PrecisionNeed> need =
        run.spec()
            .precision()
            .flatMap(
                target ->
                    run.solution()
                        .map(values -> PrecisionNeed.of(run.spec(), target, table, values)));
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(new Candidate(RunForecast.Ending.PLAN, plan(run.progress())));
    need.flatMap(PrecisionNeed::evaluations)
        .map(range -> new Candidate(RunForecast.Ending.PRECISION, range))
        .ifPresent(candidates::add);
    BudgetLeft.evaluations(run, seconds)
        .map(range -> new Candidate(RunForecast.Ending.BUDGET, range))
        .ifPresent(candidates::add);
    Range evaluations =
        candidates.stream().map(Candidate::evaluations).reduce(Ranges::least).orElseThrow();
    Range each =
        new Range(
            Math.max(0, seconds.interval().lower()) / SECONDS_PER_HOUR,
            seconds.mean() / SECONDS_PER_HOUR,
            seconds.interval().upper() / SECONDS_PER_HOUR);
    Range deviceHours = Ranges.times(evaluations, each);
    return new RunForecast(
        candidates.stream()
            .min(Comparator.comparingDouble(candidate -> candidate.evaluations().expected()))
            .orElseThrow()
            .ending(),
        evaluations,
        Ranges.times(rounds(evaluations, workers), each),
        deviceHours,
        run.price().map(price -> Ranges.times(deviceHours, exactly(price.deviceHour()))),
        workers,
        seconds.count(),
        need.map(PrecisionNeed::caveat).orElse(""));
  }

  private static Range plan(Progress progress) {
    return exactly(progress.total() - progress.done() - progress.failed());
  }

  private static Range exactly(Number number) {
    double value = number.doubleValue();
    return new Range(value, value, value);
  }

  private static Range rounds(Range evaluations, int workers) {
    return new Range(
        Math.ceil(evaluations.low() / workers),
        Math.ceil(evaluations.expected() / workers),
        Math.ceil(evaluations.high() / workers));
  }

  private record Candidate(RunForecast.Ending ending, Range evaluations) {}
}
