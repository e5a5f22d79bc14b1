package dev.clade.local.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.local.client.MoneyText;
import dev.clade.valuation.v1.Payment;
import dev.clade.valuation.v1.Payout;
import dev.clade.valuation.v1.PayoutStep;
import dev.clade.valuation.v1.PayoutTerms;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PayoutViewTest {
  private static final Payout PAYOUT =
      Payout.newBuilder()
          .setName("payouts/1")
          .setValuation("valuations/2")
          .setTerms(PayoutTerms.newBuilder().setBudget(MoneyText.parse("1000.50 EUR")))
          .addPayments(
              Payment.newBuilder().setContributor("alice").setAmount(MoneyText.parse("900 EUR")))
          .addPayments(
              Payment.newBuilder().setContributor("bob").setAmount(MoneyText.parse("100.5 EUR")))
          .setByPerformance(true)
          .addSteps(
              PayoutStep.newBuilder().setName("values").addAllNumbers(List.of(0.25, Double.NaN)))
          .addSteps(
              PayoutStep.newBuilder().setName("pots").addAllNumbers(List.of(20_010.0, 80_040.0)))
          .setEvaluationCount(1_234)
          .setLedgerSha256("ab12")
          .build();

  @Test
  void paymentsAreATable() {
    assertThat(PayoutView.render(PAYOUT, false))
        .isEqualTo(
            """
            payouts/1: 1,000.50 EUR of valuations/2
            contributor     payment
            alice           900 EUR
            bob          100.50 EUR
            Ledger of 1,234 evaluations, SHA-256 ab12
            """);
  }

  @Test
  void stepsFollowOnDemand() {
    assertThat(PayoutView.render(PAYOUT, true))
        .contains(
            """
            step    numbers, by contributor or pot
            values  0.250000  unknown
            pots    20,010  80,040
            """);
  }

  @Test
  void whatTheRuleRefusesAndWhatValuesHadNoPartInIsSaid() {
    assertThat(
            PayoutView.render(
                PAYOUT.toBuilder().clearPayments().setRefusal("there is no value").build(), false))
        .contains("Refused: there is no value\n")
        .doesNotContain("contributor");
    assertThat(PayoutView.render(PAYOUT.toBuilder().setByPerformance(false).build(), false))
        .contains("Values had no part in it");
  }
}
