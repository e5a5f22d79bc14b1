package dev.clade.valuation.server.run;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.valuation.server.domain.Budget;
import dev.clade.valuation.server.domain.PrecisionTarget;
import dev.clade.valuation.server.domain.Price;
import java.math.BigDecimal;
import java.util.Optional;

/** What a run may use, how sure it is to be, and how it stands among others. */
final class LimitRules {
  private static final int MOST_PRIORITY = 1_000;
  private static final double LEAST_SHARE = 0.001;
  private static final double MOST_SHARE = 1_000;

  private LimitRules() {}

  static int priority(int asked) {
    if (asked < -MOST_PRIORITY || asked > MOST_PRIORITY) {
      throw outOfRange("valuation.priority", asked, "must be from -1,000 to 1,000");
    }
    return asked;
  }

  static double share(double asked) {
    if (asked == 0) {
      return 1;
    }
    if (!(asked >= LEAST_SHARE && asked <= MOST_SHARE)) {
      throw outOfRange("valuation.share", asked, "must be from 0.001 to 1,000");
    }
    return asked;
  }

  /**
   * Returns a budget with nothing for every limit that was not asked for.
   *
   * @param field the field that has it
   * @param price what costs are counted by
   */
  static Budget budget(String field, WantedBudget asked, Optional<Price> price) {
    if (asked.evaluations() < 0) {
      throw outOfRange(field + ".evaluations", asked.evaluations(), "must be at least 0");
    }
    if (!(asked.deviceHours() >= 0 && Double.isFinite(asked.deviceHours()))) {
      throw outOfRange(
          field + ".device_hours", asked.deviceHours(), "must be finite and at least 0");
    }
    asked.cost().ifPresent(cost -> check(field + ".cost", cost, price));
    return new Budget(
        Optional.of(asked.evaluations()).filter(most -> most > 0),
        Optional.of(asked.deviceHours()).filter(most -> most > 0),
        asked.cost().map(WantedBudget.Cost::amount));
  }

  static Optional<PrecisionTarget> precision(Optional<PrecisionTarget> asked) {
    asked.ifPresent(
        target -> {
          if (target.kind() != PrecisionTarget.Kind.RANKS_SETTLED
              && !(target.amount() > 0 && Double.isFinite(target.amount()))) {
            throw outOfRange("valuation.precision", target.amount(), "must be finite and above 0");
          }
        });
    return asked;
  }

  private static void check(String field, WantedBudget.Cost cost, Optional<Price> price) {
    String currency =
        price
            .map(Price::currency)
            .orElseThrow(
                () ->
                    CladeException.invalidField(
                        Reason.FIELD_UNKNOWN_VALUE,
                        field,
                        cost.currency(),
                        "must be absent: the service knows no price"));
    if (!cost.currency().equals(currency)) {
      throw CladeException.invalidField(
          Reason.FIELD_UNKNOWN_VALUE,
          field + ".currency_code",
          cost.currency(),
          "must be the currency of the service's price, " + currency);
    }
    if (cost.amount().compareTo(BigDecimal.ZERO) <= 0) {
      throw outOfRange(field, cost.amount().toPlainString(), "must be above 0");
    }
  }

  private static CladeException outOfRange(String field, Object value, String rule) {
    return CladeException.invalidField(Reason.FIELD_OUT_OF_RANGE, field, value, rule);
  }
}
