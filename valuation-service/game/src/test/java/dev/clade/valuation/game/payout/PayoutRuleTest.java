package dev.clade.valuation.game.payout;

import static dev.clade.valuation.game.payout.Requests.paid;
import static dev.clade.valuation.game.payout.Requests.payments;
import static dev.clade.valuation.game.payout.Requests.property;
import static dev.clade.valuation.game.payout.Requests.request;
import static dev.clade.valuation.game.payout.Requests.solution;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.payout.Split.Participation;
import dev.clade.valuation.game.payout.Split.Performance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayoutRuleTest {
  private static final PayoutRule PROPORTIONAL = PayoutRule.proportional(Adjustment.NONE);

  @Test
  void negativeValuesGetNothingOrOwe() {
    assertThat(payments(PROPORTIONAL, request(1000, 3, 2, -1))).containsExactly(600L, 400L, 0L);
    assertThat(payments(PayoutRule.withTransfers(), request(1000, 3, 2, -1)))
        .containsExactly(750L, 500L, -250L);
  }

  @Test
  void twoPotsPayForTakingPartFirst() {
    // 200 by weights 1 : 3, then 800 by values 3 : 1.
    List<Contributor> contributors =
        List.of(new Contributor("a", 1, 0, 0), new Contributor("b", 3, 0, 0));
    PayoutRequest request = PayoutRequest.of(contributors, property(3, 1), 1000);
    assertThat(payments(PayoutRule.twoPots(0.2, true), request)).containsExactly(650L, 350L);
    assertThat(payments(PayoutRule.twoPots(0.2, false), request)).containsExactly(700L, 300L);
  }

  @Test
  void potsHaveTheirWeights() {
    // 100 : 300 : 600 of 1000, by value, by gated value and equally; no value here passes the gate.
    PayoutRule rule =
        new PayoutRule(
            "three-pots",
            2,
            List.of(
                new Pot("value", 1, new Performance(Adjustment.NONE, false)),
                new Pot("sure", 3, new Performance(Adjustment.SIGNIFICANCE_GATE, false)),
                new Pot("equal", 6, new Participation(false))));
    Payout.Paid paid = paid(rule.pay(request(1000, 4, 1)));
    assertThat(paid.payments())
        .containsExactly(new Payment("a", 80 + 450), new Payment("b", 20 + 450));
    assertThat(paid.byPerformance()).isTrue();
  }

  @Test
  void feesComeFirstAndFloorsLast() {
    // 100 to b, then 900 by 8 : 1 : 0; c is lifted from 0 to 90, of which the others bear 800 :
    // 200.
    List<Contributor> contributors =
        List.of(
            Contributor.of("a"), new Contributor("b", 1, 100, 0), new Contributor("c", 1, 0, 90));
    PayoutRequest request = PayoutRequest.of(contributors, property(8, 1, 0), 1000);
    assertThat(payments(PROPORTIONAL, request)).containsExactly(728L, 182L, 90L);
  }

  @Test
  void budgetThatHoldsNoFloorsIsRefused() {
    List<Contributor> contributors =
        List.of(new Contributor("a", 1, 60, 50), new Contributor("b", 1, 0, 41));
    Payout payout = PROPORTIONAL.pay(PayoutRequest.of(contributors, property(3, 1), 100));
    assertThat(payout).isInstanceOf(Payout.Refused.class);
    assertThat(((Payout.Refused) payout).reason())
        .isEqualTo("the budget of 100 does not hold fees and floors of 101");
    assertThat(payments(PROPORTIONAL, PayoutRequest.of(contributors, property(3, 1), 101)))
        .containsExactly(60L, 41L);
  }

  @Test
  void worthlessModelsAreNotPaidByPerformance() {
    for (PayoutRequest request : List.of(request(11, -3, 1), request(11, 0, 0))) {
      assertThat(PROPORTIONAL.pay(request)).isInstanceOf(Payout.Refused.class);
      assertThat(PayoutRule.withTransfers().pay(request)).isInstanceOf(Payout.Refused.class);
      Payout.Paid paid = paid(PayoutRule.twoPots(0.2, false).pay(request));
      assertThat(paid.payments()).containsExactly(new Payment("a", 6), new Payment("b", 5));
      assertThat(paid.byPerformance()).isFalse();
      assertThat(paid.steps()).contains(new Step("pots without performance", List.of(11L, 0L)));
    }
  }

  @Test
  void valueAboveABaselineIsShared() {
    // Utility 0 to 10, baseline 6: each of two values is 3 less. 7 : 3 become 4 : 0.
    Property property =
        new Property(
            "score", "points", Scale.BOUNDED, solution(7, 3), Optional.of(new Baseline("base", 6)));
    PayoutRequest request = PayoutRequest.of(Requests.contributors(2), property, 100);
    assertThat(payments(PROPORTIONAL, request)).containsExactly(100L, 0L);
    Property above =
        new Property(
            "score",
            "points",
            Scale.BOUNDED,
            solution(7, 3),
            Optional.of(new Baseline("base", 10)));
    assertThat(PROPORTIONAL.pay(PayoutRequest.of(Requests.contributors(2), above, 100)))
        .isInstanceOf(Payout.Refused.class);
  }

  @Test
  void propertiesAreWeighedByContract() {
    // 2 (3, 1) + 0.5 (4, -4) = (8, 0).
    PayoutRequest request =
        new PayoutRequest(
            Requests.contributors(2),
            List.of(
                new Property(
                    "log-fid", "nats", Scale.LOGARITHMIC, solution(3, 1), Optional.empty()),
                new Property("score", "points", Scale.BOUNDED, solution(4, -4), Optional.empty())),
            List.of(
                new PropertyWeight("score", "points", 0.5),
                new PropertyWeight("log-fid", "nats", 2)),
            100);
    assertThat(payments(PROPORTIONAL, request)).containsExactly(100L, 0L);
    assertThat(PROPORTIONAL.pay(request).steps().getFirst())
        .isEqualTo(new Step("values", List.of(8.0, 0.0)));
  }

  @Test
  void weighedIntervalsAreNeverTooNarrow() {
    // -1 turns (2; 1 to 5) into (-2; -5 to -1); with (3; 2 to 4): 1, reaching 4 down and 2 up.
    Solution minus = withInterval(2, 1, 5);
    Solution plus = withInterval(3, 2, 4);
    PayoutRequest request =
        new PayoutRequest(
            Requests.contributors(1),
            List.of(
                new Property("cost", "points", Scale.BOUNDED, minus, Optional.empty()),
                new Property("score", "points", Scale.BOUNDED, plus, Optional.empty())),
            List.of(
                new PropertyWeight("cost", "points", -1), new PropertyWeight("score", "points", 1)),
            100);
    PlayerValue value = Claim.of(request).getFirst().value();
    assertThat(value).isEqualTo(new PlayerValue(1, 2, -3, 3, 1));
  }

  @Test
  void rawDistancesAreNotAddedToAnything() {
    Property fid = new Property("fid", "fid", Scale.UNBOUNDED, solution(3, 1), Optional.empty());
    Property score = property(3, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PayoutRequest(
                    Requests.contributors(2),
                    List.of(fid, score),
                    List.of(
                        new PropertyWeight("fid", "fid", 1),
                        new PropertyWeight("score", "points", 1)),
                    100))
        .withMessageContaining("property fid is unbounded");
    assertThat(payments(PROPORTIONAL, PayoutRequest.of(Requests.contributors(2), fid, 100)))
        .containsExactly(75L, 25L);
  }

  @Test
  void weightsMustNameTheirPropertyAndUnit() {
    for (PropertyWeight weight :
        List.of(new PropertyWeight("score", "nats", 1), new PropertyWeight("fid", "points", 1))) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  new PayoutRequest(
                      Requests.contributors(2), List.of(property(3, 1)), List.of(weight), 100))
          .withMessageContaining("property score needs a weight agreed for points");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new PayoutRequest(
                    Requests.contributors(2), List.of(property(3, 1)), List.of(), 100))
        .withMessageContaining("weights");
    assertThatIllegalArgumentException().isThrownBy(() -> new PropertyWeight("score", "points", 0));
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PayoutRule.twoPots(1.5, false));
    assertThatIllegalArgumentException().isThrownBy(() -> PayoutRule.twoPots(0, false));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> request(-1, 1, 2))
        .withMessageContaining("budget");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PayoutRequest.of(Requests.contributors(1), property(1, 2), 9))
        .withMessageContaining("2 values for 1 contributors");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PayoutRequest.of(
                    List.of(Contributor.of("a"), Contributor.of("a")), property(1, 2), 9))
        .withMessageContaining("differ");
    assertThatIllegalArgumentException().isThrownBy(() -> new Contributor("a", -1, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Contributor("a", 1, 0, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Contributor.of(" "));
    List<Contributor> weightless = List.of(new Contributor("a", 0, 0, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PayoutRule.twoPots(0.5, true).pay(PayoutRequest.of(weightless, property(1), 9)))
        .withMessageContaining("weights must not all be 0");
    List<Contributor> floored = List.of(new Contributor("a", 0, 0, 5));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PayoutRule.withTransfers().pay(PayoutRequest.of(floored, property(1), 9)))
        .withMessageContaining("floors must be 0");
  }

  @Test
  void recordHoldsEverythingThePaymentsCameFrom() {
    PayoutRequest request = request(1000, 3, 1);
    Payout.Paid paid = paid(PayoutRule.twoPots(0.2, false).pay(request));
    assertThat(paid.rule()).isEqualTo(PayoutRule.twoPots(0.2, false));
    assertThat(paid.rule().name()).isEqualTo("two-pots");
    assertThat(paid.rule().version()).isEqualTo(1);
    assertThat(paid.request()).isEqualTo(request);
    assertThat(paid.steps())
        .containsExactly(
            new Step("values", List.of(3.0, 1.0)),
            new Step("lower ends of values", List.of(Double.NaN, Double.NaN)),
            new Step("upper ends of values", List.of(Double.NaN, Double.NaN)),
            new Step("worth of all", List.of(4.0)),
            new Step("fees", List.of(0L, 0L)),
            new Step("pots", List.of(200L, 800L)),
            new Step("adjusted values of performance", List.of(3.0, 1.0)),
            new Step("payments from participation", List.of(100L, 100L)),
            new Step("payments from performance", List.of(600L, 200L)));
    assertThat(paid.payments()).containsExactly(new Payment("a", 700), new Payment("b", 300));
  }

  private static Solution withInterval(double value, double lower, double upper) {
    return new Solution(
        List.of(new PlayerValue(value, 1, lower, upper, 1)),
        new Diagnostics(0, 1, 0, Double.NaN, 4, 0, 0));
  }
}
