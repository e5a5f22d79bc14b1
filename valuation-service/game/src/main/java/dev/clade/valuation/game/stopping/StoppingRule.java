package dev.clade.valuation.game.stopping;

import java.time.Duration;
import java.util.Optional;

/** Decides whether a run goes on: a pure function. Rules combine by {@code and} and {@code or}. */
@FunctionalInterface
public interface StoppingRule {

  /** Returns why the run is to stop here, in words; nothing when it goes on. */
  Optional<String> reason(Progress progress);

  /** Returns the rule that stops where both do. */
  default StoppingRule and(StoppingRule other) {
    return progress ->
        reason(progress)
            .flatMap(first -> other.reason(progress).map(second -> first + " and " + second));
  }

  /** Returns the rule that stops where either does; the first to do so gives the reason. */
  default StoppingRule or(StoppingRule other) {
    return progress -> reason(progress).or(() -> other.reason(progress));
  }

  /**
   * Returns the rule that stops when values are sure enough.
   *
   * @param intervals that may be looked at repeatedly
   * @param error chance that an interval of any player leaves out the truth at any look, above 0
   *     and below 1
   * @throws IllegalArgumentException when the error is outside its range
   */
  static StoppingRule precision(RepeatedIntervals intervals, double error, Target target) {
    if (!(error > 0 && error < 1)) {
      throw new IllegalArgumentException("error must be above 0 and below 1: " + error);
    }
    return progress ->
        progress
            .solution()
            .flatMap(solution -> intervals.all(solution, progress.evaluations(), error))
            .filter(target::reached)
            .map(_ -> "values are as precise as wanted");
  }

  /** Returns the rule that stops at so many evaluations. */
  static StoppingRule evaluations(int most) {
    return progress -> at(progress.evaluations() >= most, most + " evaluations are done");
  }

  /** Returns the rule that stops after so much time. */
  static StoppingRule time(Duration most) {
    return progress ->
        at(progress.elapsed().compareTo(most) >= 0, most.toSeconds() + " seconds are over");
  }

  /** Returns the rule that stops when so many minor units of a currency are spent. */
  static StoppingRule money(long most) {
    return progress -> at(progress.spent() >= most, most + " minor units are spent");
  }

  private static Optional<String> at(boolean reached, String reason) {
    return reached ? Optional.of(reason) : Optional.empty();
  }
}
