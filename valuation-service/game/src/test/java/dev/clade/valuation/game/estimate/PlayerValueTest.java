package dev.clade.valuation.game.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlayerValueTest {
  /** Quantiles of the t distribution at 0.975 and at 0.995 as printed in tables. */
  @ParameterizedTest
  @CsvSource({"1, 12.7062, 63.6567", "4, 2.77645, 4.60409", "30, 2.04227, 2.74999"})
  void intervalsAtOtherLevelsFollowFromTheStoredOne(double degrees, double at95, double at99) {
    PlayerValue value = new PlayerValue(1, 0.5, 1 - 0.5 * at95, 1 + 0.5 * at95, 1);
    assertThat(value.degreesOfFreedom()).isEqualTo(degrees, within(degrees * 1e-3));
    assertThat(value.halfWidth(0.95)).isEqualTo(0.5 * at95, within(1e-6));
    assertThat(value.halfWidth(0.99)).isEqualTo(0.5 * at99, within(1e-3));
  }

  @Test
  void intervalsOfTheNormalDistributionHaveInfiniteDegreesOfFreedom() {
    PlayerValue value = new PlayerValue(0, 1, -1.9599639, 1.9599639, 1);
    assertThat(value.degreesOfFreedom()).isInfinite();
    assertThat(value.halfWidth(0.99)).isEqualTo(2.5758293, within(1e-5));
  }

  @Test
  void withoutAStandardErrorThereIsNoWidth() {
    PlayerValue unknown = new PlayerValue(2, Double.NaN, Double.NaN, Double.NaN, 1);
    assertThat(unknown.halfWidth(0.9)).isNaN();
    assertThat(new PlayerValue(2, 0, 2, 2, 1).halfWidth(0.9)).isZero();
  }
}
