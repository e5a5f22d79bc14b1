package dev.clade.valuation.game.payout;

import dev.clade.valuation.game.payout.Split.Participation;
import dev.clade.valuation.game.payout.Split.Performance;
import java.util.List;

/**
 * How a budget is paid: fees first, the rest from pots, then floors. A pure function of a request,
 * and itself data: equal rules pay alike.
 *
 * <p>All pay by performance only if all contributors together are worth more than the baseline and
 * somebody's adjusted value is above 0. Otherwise the pots for performance are paid from the first
 * pot for taking part; without such a pot the rule refuses. It refuses as well when the budget does
 * not hold what contracts grant at least.
 *
 * @param name of the rule, for the record
 * @param version of what the name stands for, from 1
 * @param pots at least one
 */
public record PayoutRule(String name, int version, List<Pot> pots) {

  /**
   * Checks and copies.
   *
   * @throws IllegalArgumentException when there is no pot
   */
  public PayoutRule {
    pots = List.copyOf(pots);
    if (pots.isEmpty()) {
      throw new IllegalArgumentException("rule %s must have a pot".formatted(name));
    }
  }

  /**
   * Returns the rule that pays values in proportion and negative ones nothing. Those above 0 bear
   * what the others owe; noise around 0 is paid as if it were value unless it is adjusted.
   */
  public static PayoutRule proportional(Adjustment adjustment) {
    return single("proportional", new Performance(adjustment, false));
  }

  /**
   * Returns the rule that pays each its part of what all are worth together. A contributor of
   * negative value owes: only for contracts that allow it, and without floors.
   */
  public static PayoutRule withTransfers() {
    return single("with-transfers", new Performance(Adjustment.NONE, true));
  }

  /**
   * Returns the usual rule of two pots: a part of the budget for taking part, the rest in
   * proportion to shrunken values.
   *
   * @param participation part for taking part, above 0 and below 1
   * @param byWeight whether that is split by contributors' weights; else equally
   * @throws IllegalArgumentException when the part is outside its range
   */
  public static PayoutRule twoPots(double participation, boolean byWeight) {
    return new PayoutRule(
        "two-pots",
        1,
        List.of(
            new Pot("participation", participation, new Participation(byWeight)),
            new Pot(
                "performance", 1 - participation, new Performance(Adjustment.SHRINKAGE, false))));
  }

  /**
   * Returns the payout of a request.
   *
   * @throws IllegalArgumentException when a contract grants a floor and the rule has transfers, or
   *     all weights are 0 in a pot by weight
   */
  public Payout pay(PayoutRequest request) {
    return new Settlement(this, request).payout();
  }

  private static PayoutRule single(String name, Split split) {
    return new PayoutRule(name, 1, List.of(new Pot("performance", 1, split)));
  }
}
