package dev.clade.valuation.game.payout;

import java.util.List;

/**
 * Payments to all players.
 *
 * @param payments minor units, one a player in the canonical order; they sum to the budget
 * @param adjustedValues the values that were paid
 * @param byPerformance whether values had a part in the payments
 */
public record Payout(List<Long> payments, List<Double> adjustedValues, boolean byPerformance) {

  /** Copies the lists. */
  public Payout {
    payments = List.copyOf(payments);
    adjustedValues = List.copyOf(adjustedValues);
  }
}
