package dev.clade.valuation.server.domain;

import dev.clade.valuation.game.forecast.Forecast.Range;
import java.util.Optional;

/**
 * What is left to do until a run ends.
 *
 * @param ending what ends it
 * @param evaluations more evaluations
 * @param hours until then
 * @param deviceHours more hours of workers' devices
 * @param cost more money, in the currency of the run's price; nothing without one
 * @param workers that are taken to evaluate in parallel
 * @param timed evaluations whose durations the numbers come from
 * @param caveat what the numbers leave out, in words; may be empty
 */
public record RunForecast(
    Ending ending,
    Range evaluations,
    Range hours,
    Range deviceHours,
    Optional<Range> cost,
    int workers,
    int timed,
    String caveat) {
  /** What ends a run. */
  public enum Ending {
    /** Its plan is done. */
    PLAN,
    /** Values are as precise as wanted. */
    PRECISION,
    /** Its budget is spent. */
    BUDGET
  }
}
