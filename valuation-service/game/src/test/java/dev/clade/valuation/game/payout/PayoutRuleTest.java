package dev.clade.valuation.game.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PayoutRuleTest {
  @Property(tries = 300)
  void everyUnitIsPaidOnce(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -5, max = 9) Double> values,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long budget) {
    Solution solution = solution(values.stream().mapToDouble(value -> value + 5.01).toArray());
    for (PayoutRule rule :
        List.of(
            PayoutRule.proportional(Adjustment.NONE),
            PayoutRule.withTransfers(),
            PayoutRule.twoPots(0.3, ones(values)))) {
      assertThat(sum(rule.pay(solution, budget).orElseThrow())).isEqualTo(budget);
    }
  }

  @Test
  void remaindersGoToTheLargestAndAmongEqualOnesToTheFirst() {
    assertThat(LargestRemainder.split(100, new double[] {1, 1, 1})).containsExactly(34, 33, 33);
    // Quotas 1.4, 3.3 and 5.3.
    assertThat(LargestRemainder.split(10, new double[] {14, 33, 53})).containsExactly(2, 3, 5);
    // Quotas -2.5 and 7.5 of 5.
    assertThat(LargestRemainder.split(5, new double[] {-1, 3})).containsExactly(-2, 7);
  }

  @Test
  void hugeBudgetsAreExact() {
    assertThat(LargestRemainder.split(Long.MAX_VALUE, new double[] {1, 1}))
        .containsExactly(Long.MAX_VALUE / 2 + 1, Long.MAX_VALUE / 2);
  }

  @Test
  void negativeValuesGetNothingOrOwe() {
    Solution solution = solution(3, 2, -1);
    assertThat(payments(PayoutRule.proportional(Adjustment.NONE), solution, 1000))
        .containsExactly(600L, 400L, 0L);
    assertThat(payments(PayoutRule.withTransfers(), solution, 1000))
        .containsExactly(750L, 500L, -250L);
  }

  @Test
  void valueWhoseIntervalHoldsZeroIsGated() {
    List<PlayerValue> values =
        List.of(
            new PlayerValue(4, 1, 2, 6, 1),
            new PlayerValue(2, 1.5, -1, 5, 2),
            new PlayerValue(1, Double.NaN, Double.NaN, Double.NaN, 3),
            new PlayerValue(-3, 1, -5, -1, 4));
    assertThat(Adjustment.SIGNIFICANCE_GATE.apply(values)).containsExactly(4, 0, 0, -3);
  }

  @Test
  void noisyValuesAreDrawnToTheMean() {
    // Mean 3, variance 4 + 4 + 0 over 2 = 4, mean squared error 1: 3 between players, factor 3/4.
    List<PlayerValue> values =
        List.of(
            new PlayerValue(5, 1, 3, 7, 1),
            new PlayerValue(1, 1, -1, 3, 3),
            new PlayerValue(3, 1, 1, 5, 2));
    assertThat(Adjustment.SHRINKAGE.apply(values))
        .containsExactly(new double[] {4.5, 1.5, 3}, within(1e-12));
  }

  @Test
  void onlyNoiseIsPaidAlike() {
    List<PlayerValue> values =
        List.of(new PlayerValue(2, 3, -4, 8, 1), new PlayerValue(0, 3, -6, 6, 2));
    assertThat(Adjustment.SHRINKAGE.apply(values)).containsExactly(1, 1);
  }

  @Test
  void twoPotsPayForTakingPartFirst() {
    // 200 by items 1 : 3, then 800 by values 3 : 1.
    assertThat(payments(PayoutRule.twoPots(0.2, 1, 3), solution(3, 1), 1000))
        .containsExactly(650L, 350L);
  }

  @Test
  void worthlessModelsAreNotPaidByPerformance() {
    Solution harmful = solution(-3, 1);
    Solution nothing = solution(0, 0);
    for (Solution solution : List.of(harmful, nothing)) {
      assertThat(PayoutRule.proportional(Adjustment.NONE).pay(solution, 10)).isEmpty();
      assertThat(PayoutRule.withTransfers().pay(solution, 10)).isEmpty();
      Payout payout = PayoutRule.twoPots(0.2, 1, 1).pay(solution, 11).orElseThrow();
      assertThat(payout.payments()).containsExactly(6L, 5L);
      assertThat(payout.byPerformance()).isFalse();
    }
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> PayoutRule.twoPots(1.5, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> PayoutRule.twoPots(0.5, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> PayoutRule.twoPots(0.5, -1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PayoutRule.twoPots(0.5, 1).pay(solution(1, 2), 9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PayoutRule.withTransfers().pay(solution(1, 2), -1));
  }

  private static double[] ones(List<Double> values) {
    return values.stream().mapToDouble(_ -> 1).toArray();
  }

  private static List<Long> payments(PayoutRule rule, Solution solution, long budget) {
    return rule.pay(solution, budget).orElseThrow().payments();
  }

  private static long sum(Payout payout) {
    return payout.payments().stream().mapToLong(Long::longValue).sum();
  }

  /** Values without intervals. */
  private static Solution solution(double... values) {
    List<PlayerValue> all =
        Arrays.stream(values)
            .mapToObj(value -> new PlayerValue(value, Double.NaN, Double.NaN, Double.NaN, 1))
            .toList();
    double total = DoubleStream.of(values).sum();
    return new Solution(all, new Diagnostics(0, total, 0, Double.NaN, 4, 0, 0));
  }
}
