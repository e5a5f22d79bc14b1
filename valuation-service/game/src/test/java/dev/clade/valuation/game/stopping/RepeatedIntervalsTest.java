package dev.clade.valuation.game.stopping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.estimate.Diagnostics;
import dev.clade.valuation.game.estimate.PlayerValue;
import dev.clade.valuation.game.estimate.Solution;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatedIntervalsTest {
  private static final List<Integer> LOOKS = List.of(25, 50, 75, 100);

  /** Standard error 1, 30 degrees of freedom. */
  private static final PlayerValue VALUE = value(0, 1, 30);

  @Test
  void errorIsSpentAsPublished() {
    // 2 - 2 Phi(1.95996 / sqrt(t)) and 0.05 ln(1 + (e - 1) t), by Python's statistics module.
    assertThat(spent(SpendingFunction.OBRIEN_FLEMING))
        .containsExactly(new double[] {8.8575e-5, 0.0055746, 0.0236251, 0.05}, within(1e-7));
    assertThat(spent(SpendingFunction.POCOCK))
        .containsExactly(new double[] {0.0178687, 0.0310057, 0.0413994, 0.05}, within(1e-7));
    assertThat(spent(SpendingFunction.EQUAL))
        .containsExactly(new double[] {0.0125, 0.025, 0.0375, 0.05}, within(1e-12));
  }

  @Test
  void eachLookHasTheIntervalOfWhatItSpends() {
    // Two looks of 0.005 each: the 0.9975 quantile of t with 30 degrees of freedom is 3.0298.
    PlannedLooks looks = new PlannedLooks(List.of(10, 20), SpendingFunction.EQUAL);
    assertThat(looks.halfWidth(VALUE, 10, 0.01).orElseThrow()).isEqualTo(3.0298, within(1e-4));
    assertThat(looks.halfWidth(VALUE, 20, 0.01).orElseThrow()).isEqualTo(3.0298, within(1e-4));
    assertThat(looks.halfWidth(VALUE, 15, 0.01)).isEmpty();
  }

  @Test
  void sequenceHasThePublishedWidth() {
    // sqrt(2 (t r2 + 1) / (t r2) ln(sqrt(t r2 + 1) / 0.05)), r2 = 0.158723 for 50 units.
    ConfidenceSequence sequence = new ConfidenceSequence(50);
    assertThat(sequence.halfWidth(value(3, 2, 49), 0, 0.05).orElseThrow())
        .isEqualTo(2 * 3.0352090, within(1e-3));
    assertThat(sequence.halfWidth(value(3, 2, 199), 0, 0.05).orElseThrow())
        .isEqualTo(2 * 3.1271141, within(1e-3));
    assertThat(sequence.halfWidth(value(3, 2, 18), 0, 0.05)).isEmpty();
  }

  @Test
  void severalPlayersShareTheError() {
    Solution two = new Solution(List.of(VALUE, VALUE), new Diagnostics(0, 0, 0, 0, 9, 0, 0));
    PlannedLooks looks = new PlannedLooks(List.of(10), SpendingFunction.EQUAL);
    assertThat(looks.all(two, 10, 0.01).orElseThrow())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.upper()).isEqualTo(3.0298, within(1e-4)));
    assertThat(looks.all(two, 11, 0.01)).isEmpty();
  }

  @Test
  void valueWithoutStandardErrorHasNoIntervals() {
    PlayerValue unknown = new PlayerValue(1, Double.NaN, Double.NaN, Double.NaN, 1);
    Solution solution = new Solution(List.of(VALUE, unknown), new Diagnostics(0, 0, 0, 0, 9, 0, 0));
    assertThat(new ConfidenceSequence(9).all(solution, 10, 0.01)).isEmpty();
    assertThat(new PlannedLooks(List.of(10), SpendingFunction.EQUAL).all(solution, 10, 0.01))
        .isEmpty();
  }

  @Test
  void looksThatDoNotAscendAreRefused() {
    for (List<Integer> looks : List.of(List.<Integer>of(), List.of(0, 3), List.of(5, 5))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new PlannedLooks(looks, SpendingFunction.EQUAL))
          .withMessageContaining("look");
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new ConfidenceSequence(0));
  }

  private static double[] spent(SpendingFunction spending) {
    double[] spent = new double[LOOKS.size()];
    for (int look = 0; look < spent.length; look++) {
      spent[look] = spending.spent(0.05, look, LOOKS);
    }
    return spent;
  }

  private static PlayerValue value(double value, double error, double degrees) {
    return Solution.playerValues(new double[] {value}, new double[] {error * error}, degrees)
        .getFirst();
  }
}
