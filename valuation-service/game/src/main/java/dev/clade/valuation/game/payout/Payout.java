package dev.clade.valuation.game.payout;

import java.util.List;

/**
 * The outcome of a rule: a whole record, from which it can be computed again and audited. It holds
 * the rule with its name, version and pots, all inputs, and every intermediate vector.
 */
public sealed interface Payout {

  /** Returns the rule. */
  PayoutRule rule();

  /** Returns the inputs. */
  PayoutRequest request();

  /** Returns the intermediate results in their order. */
  List<Step> steps();

  /**
   * Payments were computed.
   *
   * @param payments by contributor id; they sum to the budget
   * @param byPerformance whether values had a part in them
   */
  record Paid(
      PayoutRule rule,
      PayoutRequest request,
      List<Step> steps,
      List<Payment> payments,
      boolean byPerformance)
      implements Payout {

    /** Copies the lists. */
    public Paid {
      steps = List.copyOf(steps);
      payments = List.copyOf(payments);
    }
  }

  /**
   * The rule does not pay.
   *
   * @param reason in words
   */
  record Refused(PayoutRule rule, PayoutRequest request, List<Step> steps, String reason)
      implements Payout {

    /** Copies the list. */
    public Refused {
      steps = List.copyOf(steps);
    }
  }
}
