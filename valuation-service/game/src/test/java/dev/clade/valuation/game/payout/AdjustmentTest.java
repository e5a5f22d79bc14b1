package dev.clade.valuation.game.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.game.estimate.PlayerValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
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
}
