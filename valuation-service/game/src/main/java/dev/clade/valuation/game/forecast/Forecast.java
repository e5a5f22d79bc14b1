package dev.clade.valuation.game.forecast;

/** What it will take to be as sure as wanted. */
public sealed interface Forecast {

  /**
   * New coalitions will do.
   *
   * @param evaluations more coalitions to evaluate once
   * @param hours until they are done
   * @param cost of all workers' hours, in the price's currency
   */
  record Reachable(Range evaluations, Range hours, Range cost) implements Forecast {}

  /**
   * New coalitions will not do: were all evaluated, the noise of training would keep intervals
   * wider than wanted.
   *
   * @param floor half-width that the noise of training alone would leave
   * @param replicates how many trainings a coalition it takes, with other seeds, where they are
   *     missing
   * @param everywhere whether every coalition needs them; else those of nobody, of one player, of
   *     all but one and of all, which carry nearly all of the noise
   */
  record Unreachable(double floor, int replicates, boolean everywhere) implements Forecast {}

  /**
   * An extrapolated number.
   *
   * @param low if precision and times turn out well, each at its 2.5 % quantile
   * @param expected by the estimates as they are
   * @param high if both turn out badly, each at its 97.5 % quantile; NaN when that cannot be told
   */
  record Range(double low, double expected, double high) {}
}
