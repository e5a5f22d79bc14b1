package dev.clade.valuation.game.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.Solution;
import dev.clade.valuation.game.statistic.Interval;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoppingRuleTest {
  private static final PlannedLooks LOOKS =
      new PlannedLooks(List.of(50, 100), SpendingFunction.EQUAL);

  @Test
  void budgetsStopWhenTheyAreSpent() {
    Progress progress = new Progress(Optional.empty(), 40, Duration.ofSeconds(90), 500);
    assertThat(StoppingRule.evaluations(40).reason(progress)).contains("40 evaluations are done");
    assertThat(StoppingRule.evaluations(41).reason(progress)).isEmpty();
    assertThat(StoppingRule.time(Duration.ofSeconds(90)).reason(progress))
        .contains("90 seconds are over");
    assertThat(StoppingRule.time(Duration.ofSeconds(91)).reason(progress)).isEmpty();
    assertThat(StoppingRule.money(500).reason(progress)).contains("500 minor units are spent");
    assertThat(StoppingRule.money(501).reason(progress)).isEmpty();
  }

  @Test
  void rulesCombine() {
    Progress progress = new Progress(Optional.empty(), 40, Duration.ofSeconds(90), 500);
    StoppingRule met = StoppingRule.evaluations(40);
    StoppingRule unmet = StoppingRule.money(501);
    StoppingRule late = StoppingRule.time(Duration.ofSeconds(9));
    assertThat(met.and(unmet).reason(progress)).isEmpty();
    assertThat(met.and(late).reason(progress))
        .contains("40 evaluations are done and 9 seconds are over");
    assertThat(unmet.or(late).reason(progress)).contains("9 seconds are over");
    assertThat(unmet.or(unmet).reason(progress)).isEmpty();
  }

  @Test
  void precisionStopsAtALookOnly() {
    // The half-width is 0.1 times a quantile of about 2.5 to 2.6.
    StoppingRule rule = StoppingRule.precision(LOOKS, 0.05, Target.halfWidth(0.3));
    assertThat(rule.reason(at(50, 0.1, 1, 2))).contains("values are as precise as wanted");
    assertThat(rule.reason(at(60, 0.1, 1, 2))).isEmpty();
    assertThat(rule.reason(at(50, 0.2, 1, 2))).isEmpty();
    assertThat(rule.reason(new Progress(Optional.empty(), 50, Duration.ZERO, 0))).isEmpty();
  }

  @Test
  void targetsLookAtAllIntervals() {
    List<Interval> apart = List.of(new Interval(5, 7), new Interval(0, 2), new Interval(2.5, 3.5));
    List<Interval> touching = List.of(new Interval(0, 2), new Interval(2, 4));
    assertThat(Target.ranksSettled().reached(apart)).isTrue();
    assertThat(Target.ranksSettled().reached(touching)).isFalse();
    assertThat(Target.halfWidth(1).reached(apart)).isTrue();
    assertThat(Target.halfWidth(0.9).reached(apart)).isFalse();
    // Middles 6, 1 and 3: spread 5.
    assertThat(Target.partOfSpread(0.2).reached(apart)).isTrue();
    assertThat(Target.partOfSpread(0.19).reached(apart)).isFalse();
    assertThat(Target.ranksSettled().reached(List.of(new Interval(0, 9), new Interval(1, 2))))
        .isFalse();
  }

  @Test
  void impossibleNumbersAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Target.halfWidth(0));
    assertThatIllegalArgumentException().isThrownBy(() -> Target.partOfSpread(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StoppingRule.precision(LOOKS, 1, Target.ranksSettled()))
        .withMessageContaining("error");
  }

  private static Progress at(int evaluations, double error, double... values) {
    double[] variances = new double[values.length];
    Arrays.fill(variances, error * error);
    return new Progress(
        Optional.of(
            new Solution(
                Solution.playerValues(values, variances, 40),
                new Diagnostics(0, 3, 0, 0, evaluations, 0, 0))),
        evaluations,
        Duration.ZERO,
        0);
  }
}
