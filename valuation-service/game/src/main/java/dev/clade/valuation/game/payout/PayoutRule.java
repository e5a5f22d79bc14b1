package dev.clade.valuation.game.payout;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Arrays;
import java.util.Optional;

/** Splits a budget by values. A pure function. */
public interface PayoutRule {

  /**
   * Returns the payments, or nothing where the rule refuses: all pay by performance only if the
   * grand coalition is worth more than the empty one and somebody's adjusted value is above 0.
   *
   * @param budget minor units of a currency, at least 0
   * @throws IllegalArgumentException when the budget is negative
   */
  Optional<Payout> pay(Solution solution, long budget);

  /**
   * Returns the rule that pays values in proportion and negative ones nothing. Those above 0 bear
   * what the others owe; noise around 0 is paid as if it were value unless it is adjusted.
   */
  static PayoutRule proportional(Adjustment adjustment) {
    return (solution, budget) -> {
      double[] adjusted = adjustment.apply(solution.values());
      double[] shares = Arrays.stream(adjusted).map(value -> Math.max(0, value)).toArray();
      return split(solution, budget, adjusted, shares);
    };
  }

  /**
   * Returns the rule that pays each its part of what all are worth together. A player of negative
   * value owes: only for contracts that allow it.
   */
  static PayoutRule withTransfers() {
    return (solution, budget) -> {
      double[] values = Adjustment.NONE.apply(solution.values());
      return split(solution, budget, values, values);
    };
  }

  /**
   * Returns the rule of two pots: a part of the budget for taking part, the rest in proportion to
   * shrunken values. Where there is nothing to pay by performance all goes to those who took part.
   *
   * @param participation part for taking part, 0 to 1; rounded down to a minor unit
   * @param weights of players in that pot, such as 1 each or their items; at least 0, not all 0
   * @throws IllegalArgumentException when a number is outside its range
   */
  static PayoutRule twoPots(double participation, double... weights) {
    if (!(participation >= 0 && participation <= 1)) {
      throw new IllegalArgumentException("participation must be 0 to 1: " + participation);
    }
    if (Arrays.stream(weights).anyMatch(weight -> !(weight >= 0 && Double.isFinite(weight)))
        || Arrays.stream(weights).sum() == 0) {
      throw new IllegalArgumentException("weights must be at least 0 and not all 0");
    }
    double[] copy = weights.clone();
    return (solution, budget) -> {
      if (copy.length != solution.values().size()) {
        throw new IllegalArgumentException("there must be a weight for each player");
      }
      long basic = Math.min(budget, (long) (participation * requireBudget(budget)));
      Optional<Payout> performance =
          proportional(Adjustment.SHRINKAGE).pay(solution, budget - basic);
      if (performance.isEmpty()) {
        return Optional.of(
            payout(
                LargestRemainder.split(budget, copy),
                Adjustment.SHRINKAGE.apply(solution.values()),
                false));
      }
      long[] payments = LargestRemainder.split(basic, copy);
      for (int player = 0; player < payments.length; player++) {
        payments[player] += performance.get().payments().get(player);
      }
      return Optional.of(payout(payments, Adjustment.SHRINKAGE.apply(solution.values()), true));
    };
  }

  private static Optional<Payout> split(
      Solution solution, long budget, double[] adjusted, double[] shares) {
    requireBudget(budget);
    Diagnostics diagnostics = solution.diagnostics();
    return diagnostics.grandUtility() > diagnostics.emptyUtility()
            && Arrays.stream(shares).sum() > 0
        ? Optional.of(payout(LargestRemainder.split(budget, shares), adjusted, true))
        : Optional.empty();
  }

  private static Payout payout(long[] payments, double[] adjusted, boolean byPerformance) {
    return new Payout(
        Arrays.stream(payments).boxed().toList(),
        Arrays.stream(adjusted).boxed().toList(),
        byPerformance);
  }

  private static long requireBudget(long budget) {
    if (budget < 0) {
      throw new IllegalArgumentException("budget must be at least 0: " + budget);
    }
    return budget;
  }
}
