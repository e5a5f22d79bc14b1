package dev.clade.valuation.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.game.payout.Adjustment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PayoutOutcomeTest {
  @Test
  void rulesPayAsTheyAreNamed() {
    assertThat(outcome(RuleTerms.proportional(Adjustment.NONE), 3, 2, -1).payments())
        .isEqualTo(Map.of("a", 600L, "b", 400L, "c", 0L));
    assertThat(outcome(RuleTerms.withTransfers(), 3, 2, -1).payments())
        .isEqualTo(Map.of("a", 750L, "b", 500L, "c", -250L));
    // 200 equally, 800 by 3 : 1.
    PayoutOutcome pots = outcome(RuleTerms.twoPots(0.2, false), 3, 1);
    assertThat(pots.payments()).isEqualTo(Map.of("a", 700L, "b", 300L));
    assertThat(pots.byPerformance()).isTrue();
    assertThat(pots.ruleVersion()).isEqualTo(1);
    assertThat(pots.steps()).contains(new PayoutStep("pots", List.of(200.0, 800.0)));
  }

  @Test
  void aBaselineMovesAllValues() {
    // Utility 0 to 10, baseline 6: 7 : 3 become 4 : 0.
    PayoutTerms plain = Documents.terms(RuleTerms.proportional(Adjustment.NONE), 100, 2);
    PayoutTerms above =
        new PayoutTerms(
            plain.rule(),
            plain.currency(),
            plain.budget(),
            plain.contributors(),
            List.of(new UtilityTerms("neg_log_fid", 1, "base", 6)),
            false);
    assertThat(PayoutOutcome.of(above, List.of(Documents.values(7, 3))).payments())
        .isEqualTo(Map.of("a", 100L, "b", 0L));
  }

  @Test
  void whatTheRuleRefusesHasItsReason() {
    PayoutOutcome worthless = outcome(RuleTerms.withTransfers(), -3, 1);
    assertThat(worthless.payments()).isEmpty();
    assertThat(worthless.refusal()).contains("no value to pay 1000 by");
    PayoutOutcome boundless = outcome(RuleTerms.withTransfers(), 1 + 1e-15, -1);
    assertThat(boundless.payments()).isEmpty();
    assertThat(boundless.refusal()).contains("no bounds");
  }

  private static PayoutOutcome outcome(RuleTerms rule, double... values) {
    return PayoutOutcome.of(
        Documents.terms(rule, 1000, values.length), List.of(Documents.values(values)));
  }
}
