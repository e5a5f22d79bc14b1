package dev.clade.valuation.server.run;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A budget as it is asked for.
 *
 * @param evaluations 0 for no limit
 * @param deviceHours 0 for no limit
 * @param cost nothing for no limit
 */
public record WantedBudget(int evaluations, double deviceHours, Optional<Cost> cost) {
  /**
   * An amount of money.
   *
   * @param currency ISO 4217 code
   * @param amount how much
   */
  public record Cost(String currency, BigDecimal amount) {}
}
