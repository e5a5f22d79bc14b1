package dev.clade.valuation.document;

import dev.clade.valuation.game.payout.Payment;
import dev.clade.valuation.game.payout.Payout;
import dev.clade.valuation.game.payout.PayoutRequest;
import dev.clade.valuation.game.payout.Property;
import dev.clade.valuation.game.payout.PropertyWeight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule makes of values: a pure function of terms and values, so that everybody can compute
 * it again.
 *
 * @param ruleVersion version of what the rule's name stands for
 * @param steps intermediate results, in their order
 * @param payments minor units by contributor, adding up to the budget; none when the rule refused
 * @param byPerformance whether values had a part in them
 * @param refusal why the rule did not pay; empty when it did
 */
public record PayoutOutcome(
    int ruleVersion,
    List<PayoutStep> steps,
    SortedMap<String, Long> payments,
    boolean byPerformance,
    String refusal) {

  /** Copies. */
  public PayoutOutcome {
    steps = List.copyOf(steps);
    payments = Collections.unmodifiableSortedMap(new TreeMap<>(payments));
  }

  /**
   * Returns the outcome.
   *
   * @param values one for each utility of the terms, in their order
   * @throws IllegalArgumentException naming what in the terms breaks a rule
   */
  public static PayoutOutcome of(PayoutTerms terms, List<UtilityValues> values) {
    List<Property> properties = new ArrayList<>();
    List<PropertyWeight> weights = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      UtilityTerms utility = terms.utilities().get(i);
      UtilityScale scale = UtilityScale.of(utility.utility());
      properties.add(
          new Property(
              utility.utility(),
              scale.unit(),
              scale.scale(),
              values.get(i).solution(),
              utility.baseline()));
      weights.add(new PropertyWeight(utility.utility(), scale.unit(), utility.weight()));
    }
    PayoutRequest request =
        new PayoutRequest(terms.contributors(), properties, weights, terms.budget());
    return of(pay(terms, request));
  }

  private static Payout pay(PayoutTerms terms, PayoutRequest request) {
    Optional<Payout> payout;
    try {
      payout = Optional.of(terms.rule().rule().pay(request)).filter(PayoutOutcome::isWritable);
    } catch (ArithmeticException e) {
      payout = Optional.empty();
    }
    return payout.orElseGet(
        () ->
            new Payout.Refused(
                terms.rule().rule(),
                request,
                List.of(),
                "all together are worth so little beside what single ones are that payments and debts"
                    + " would have no bounds"));
  }

  /** Transfers may be any multiple of the budget. */
  private static boolean isWritable(Payout payout) {
    return !(payout instanceof Payout.Paid paid)
        || paid.payments().stream()
            .allMatch(
                each ->
                    Math.abs(each.amount()) <= PayoutTerms.MOST && each.amount() != Long.MIN_VALUE);
  }

  private static PayoutOutcome of(Payout payout) {
    List<PayoutStep> steps = payout.steps().stream().map(PayoutStep::of).toList();
    int version = payout.rule().version();
    return switch (payout) {
      case Payout.Refused refused ->
          new PayoutOutcome(version, steps, new TreeMap<>(), false, refused.reason());
      case Payout.Paid paid -> {
        SortedMap<String, Long> payments = new TreeMap<>();
        for (Payment payment : paid.payments()) {
          payments.put(payment.contributor(), payment.amount());
        }
        yield new PayoutOutcome(version, steps, payments, paid.byPerformance(), "");
      }
    };
  }
}
