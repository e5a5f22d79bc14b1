package dev.clade.valuation.game.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticTest {
  @Test
  void percentilesAreInterpolatedAsNumPyDoes() {
    // numpy.percentile([3, 1, 4, 1, 5], [2.5, 97.5]).
    Interval interval = Interval.ofDraws(new double[] {3, 1, 4, 1, 5}, 0.95);
    assertThat(interval.lower()).isEqualTo(1, within(1e-12));
    assertThat(interval.upper()).isEqualTo(4.9, within(1e-12));
    assertThat(interval.holds(1)).isTrue();
    assertThat(interval.holds(4.91)).isFalse();
  }

  @Test
  void whatDoesNotVaryCorrelatesWithNothing() {
    double[] constant = {2, 2, 2};
    double[] rising = {1, 2, 3};
    assertThat(Correlation.pearson(constant, rising)).isNaN();
    assertThat(Correlation.spearman(constant, rising)).isNaN();
    assertThat(Correlation.pearson(new double[] {1}, new double[] {1})).isNaN();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Correlation.spearman(rising, new double[2]))
        .withMessageContaining("3 numbers cannot be paired with 2");
  }

  @Test
  void tiesShareTheMeanOfTheirRanks() {
    // Ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4: 4.5 over sqrt(4.5 * 5).
    assertThat(Correlation.spearman(new double[] {0, 7, 7, 9}, new double[] {1, 2, 3, 4}))
        .isEqualTo(4.5 / Math.sqrt(22.5), within(1e-12));
  }

  @Test
  void eachTwoListsAreCorrelatedOnce() {
    double[] up = {1, 2, 3};
    double[] down = {3, 2, 1};
    assertThat(Correlation.spearmanOfPairs(List.of(up, down, up)))
        .containsExactly(new double[] {-1, 1, -1}, within(1e-12));
  }

  @Test
  void meanOverNoSeedIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MeanEstimate.of(new double[0]));
  }
}
