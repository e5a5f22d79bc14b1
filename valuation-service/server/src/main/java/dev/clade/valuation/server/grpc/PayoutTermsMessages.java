package dev.clade.valuation.server.grpc;

import com.google.type.Money;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import dev.clade.runtime.request.RequestFingerprint;
import dev.clade.valuation.document.RuleTerms;
import dev.clade.valuation.document.UtilityTerms;
import dev.clade.valuation.game.payout.Adjustment;
import dev.clade.valuation.server.payout.Amount;
import dev.clade.valuation.server.payout.PayoutRequest;
import dev.clade.valuation.v1.ContributorTerms;
import dev.clade.valuation.v1.CreatePayoutRequest;
import dev.clade.valuation.v1.PayoutTerms;
import dev.clade.valuation.v1.ProportionalRule;
import java.util.Optional;
import java.util.OptionalDouble;

/** Maps what payouts are asked for. */
final class PayoutTermsMessages {
  private PayoutTermsMessages() {}

  static PayoutRequest request(CreatePayoutRequest message) {
    if (!message.hasTerms()) {
      throw CladeException.missingField("terms");
    }
    PayoutTerms terms = message.getTerms();
    return new PayoutRequest(
        message.getRequestId(),
        RequestFingerprint.of(message, "request_id").toString(),
        message.getParent(),
        rule(terms),
        amount("terms.budget", terms.hasBudget(), terms.getBudget()),
        terms.getContributorsList().stream().map(PayoutTermsMessages::contract).toList(),
        terms.getUtilitiesList().stream().map(PayoutTermsMessages::utility).toList(),
        terms.getProvisional());
  }

  private static RuleTerms rule(PayoutTerms terms) {
    return switch (terms.getRuleCase()) {
      case PROPORTIONAL -> RuleTerms.proportional(adjustment(terms.getProportional()));
      case WITH_TRANSFERS -> RuleTerms.withTransfers();
      case TWO_POTS ->
          RuleTerms.twoPots(
              terms.getTwoPots().getParticipationShare(), terms.getTwoPots().getByWeight());
      case RULE_NOT_SET -> throw CladeException.missingField("terms.rule");
    };
  }

  private static Adjustment adjustment(ProportionalRule rule) {
    return switch (rule.getAdjustment()) {
      case ADJUSTMENT_UNSPECIFIED, ADJUSTMENT_NONE -> Adjustment.NONE;
      case ADJUSTMENT_SIGNIFICANCE_GATE -> Adjustment.SIGNIFICANCE_GATE;
      case ADJUSTMENT_SHRINKAGE -> Adjustment.SHRINKAGE;
      case UNRECOGNIZED ->
          throw CladeException.invalidField(
              Reason.FIELD_UNKNOWN_VALUE,
              "terms.proportional.adjustment",
              rule.getAdjustmentValue(),
              "must be ADJUSTMENT_NONE, ADJUSTMENT_SIGNIFICANCE_GATE or ADJUSTMENT_SHRINKAGE");
    };
  }

  private static PayoutRequest.Contract contract(ContributorTerms terms) {
    return new PayoutRequest.Contract(
        terms.getContributor(),
        terms.hasWeight() ? OptionalDouble.of(terms.getWeight()) : OptionalDouble.empty(),
        amount("terms.contributors.fee", terms.hasFee(), terms.getFee()),
        amount("terms.contributors.floor", terms.hasFloor(), terms.getFloor()));
  }

  private static UtilityTerms utility(dev.clade.valuation.v1.UtilityTerms terms) {
    if (terms.hasBaseline() && terms.getBaseline().getModel().isEmpty()) {
      throw CladeException.missingField("terms.utilities.baseline.model");
    }
    return new UtilityTerms(
        terms.getUtility(),
        terms.getWeight(),
        terms.getBaseline().getModel(),
        terms.getBaseline().getUtility());
  }

  private static Optional<Amount> amount(String field, boolean given, Money money) {
    return given
        ? Optional.of(new Amount(money.getCurrencyCode(), MoneyMessages.amount(field, money)))
        : Optional.empty();
  }
}
