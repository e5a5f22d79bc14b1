package dev.clade.valuation.server.domain;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The most that a run may use.
 *
 * @param evaluations that are begun, repeated ones included
 * @param deviceHours hours that workers' devices hold its leases
 * @param cost in the currency of the run's price
 */
public record Budget(
    Optional<Integer> evaluations, Optional<Double> deviceHours, Optional<BigDecimal> cost) {
  /** No limit. */
  public static final Budget UNLIMITED =
      new Budget(Optional.empty(), Optional.empty(), Optional.empty());
}
