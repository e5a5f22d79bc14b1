package dev.clade.valuation.server.grpc;

import com.google.type.Money;
import dev.clade.runtime.grpc.Times;
import dev.clade.valuation.document.PayoutDocument;
import dev.clade.valuation.document.PayoutOutcome;
import dev.clade.valuation.document.PayoutTerms;
import dev.clade.valuation.document.RuleTerms;
import dev.clade.valuation.document.SignedDocument;
import dev.clade.valuation.document.UtilityTerms;
import dev.clade.valuation.game.payout.Adjustment;
import dev.clade.valuation.game.payout.Contributor;
import dev.clade.valuation.v1.Baseline;
import dev.clade.valuation.v1.ContributorTerms;
import dev.clade.valuation.v1.Payment;
import dev.clade.valuation.v1.Payout;
import dev.clade.valuation.v1.PayoutStep;
import dev.clade.valuation.v1.ProportionalRule;
import dev.clade.valuation.v1.TransfersRule;
import dev.clade.valuation.v1.TwoPotsRule;
import java.math.BigDecimal;
import java.util.Currency;

/** Maps payouts: all of a message is in the document that was signed. */
final class PayoutMessages {
  private PayoutMessages() {}

  static Payout payout(dev.clade.valuation.server.domain.Payout stored) {
    PayoutDocument document = SignedDocument.read(stored.document()).document();
    PayoutOutcome outcome = document.outcome();
    Payout.Builder message =
        Payout.newBuilder()
            .setName(document.name())
            .setValuation(document.run().name())
            .setTerms(terms(document.terms()))
            .setByPerformance(outcome.byPerformance())
            .setRefusal(outcome.refusal())
            .setEvaluationCount(document.evaluationCount())
            .setLedgerSha256(document.ledgerSha256())
            .setDocument(stored.document())
            .setCreateTime(Times.timestamp(document.createTime()));
    outcome
        .payments()
        .forEach(
            (contributor, amount) ->
                message.addPayments(
                    Payment.newBuilder()
                        .setContributor(contributor)
                        .setAmount(money(document.terms(), amount))));
    outcome
        .steps()
        .forEach(
            step ->
                message.addSteps(
                    PayoutStep.newBuilder().setName(step.name()).addAllNumbers(step.numbers())));
    return message.build();
  }

  private static dev.clade.valuation.v1.PayoutTerms terms(PayoutTerms terms) {
    dev.clade.valuation.v1.PayoutTerms.Builder message =
        dev.clade.valuation.v1.PayoutTerms.newBuilder()
            .setBudget(money(terms, terms.budget()))
            .setProvisional(terms.provisional());
    setRule(terms.rule(), message);
    for (Contributor contributor : terms.contributors()) {
      message.addContributors(
          ContributorTerms.newBuilder()
              .setContributor(contributor.id())
              .setWeight(contributor.weight())
              .setFee(money(terms, contributor.fee()))
              .setFloor(money(terms, contributor.floor())));
    }
    terms.utilities().forEach(utility -> message.addUtilities(utility(utility)));
    return message.build();
  }

  private static void setRule(RuleTerms rule, dev.clade.valuation.v1.PayoutTerms.Builder message) {
    switch (rule.kind()) {
      case PROPORTIONAL ->
          message.setProportional(
              ProportionalRule.newBuilder().setAdjustment(adjustment(rule.adjustment())));
      case WITH_TRANSFERS -> message.setWithTransfers(TransfersRule.getDefaultInstance());
      case TWO_POTS ->
          message.setTwoPots(
              TwoPotsRule.newBuilder()
                  .setParticipationShare(rule.participationShare())
                  .setByWeight(rule.byWeight()));
    }
  }

  private static ProportionalRule.Adjustment adjustment(Adjustment adjustment) {
    return switch (adjustment) {
      case NONE -> ProportionalRule.Adjustment.ADJUSTMENT_NONE;
      case SIGNIFICANCE_GATE -> ProportionalRule.Adjustment.ADJUSTMENT_SIGNIFICANCE_GATE;
      case SHRINKAGE -> ProportionalRule.Adjustment.ADJUSTMENT_SHRINKAGE;
    };
  }

  private static dev.clade.valuation.v1.UtilityTerms utility(UtilityTerms terms) {
    dev.clade.valuation.v1.UtilityTerms.Builder message =
        dev.clade.valuation.v1.UtilityTerms.newBuilder()
            .setUtility(terms.utility())
            .setWeight(terms.weight());
    if (!terms.baselineModel().isEmpty()) {
      message.setBaseline(
          Baseline.newBuilder()
              .setModel(terms.baselineModel())
              .setUtility(terms.baselineUtility()));
    }
    return message.build();
  }

  private static Money money(PayoutTerms terms, long minorUnits) {
    int digits = Currency.getInstance(terms.currency()).getDefaultFractionDigits();
    return MoneyMessages.money(terms.currency(), BigDecimal.valueOf(minorUnits, digits));
  }
}
