package dev.clade.valuation.server.domain;

/**
 * How sure values are to be.
 *
 * @param kind what is asked of their intervals
 * @param amount how narrow; 0 where the kind has none
 */
public record PrecisionTarget(Kind kind, double amount) {
  /** What is asked of intervals. */
  public enum Kind {
    /** None reaches further than so many units of the utility. */
    HALF_WIDTH,
    /** None reaches further than such a part of the spread of values. */
    PART_OF_SPREAD,
    /** No two overlap. */
    RANKS_SETTLED
  }
}
