package dev.clade.lineage.ecosystem.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WelchTest {
  /**
   * Against SciPy 1.17.1: {@code ttest_ind([3, 5, 4, 6, 7.5], [1, 2, 2.5, 4], equal_var=False,
   * alternative="greater")}; d by NumPy.
   */
  @Test
  void asSciPy() {
    Welch found = Welch.greater(new double[] {3, 5, 4, 6, 7.5}, new double[] {1, 2, 2.5, 4});
    assertThat(found.difference()).isCloseTo(2.725, within(1e-12));
    assertThat(found.t()).isCloseTo(2.7241488364621342, within(1e-12));
    assertThat(found.degreesOfFreedom()).isCloseTo(6.958557793851355, within(1e-12));
    assertThat(found.pValue()).isCloseTo(0.014878985138467672, within(1e-12));
    assertThat(found.cohensD()).isCloseTo(1.7544170754445472, within(1e-12));
  }

  @Test
  void groupsThatDoNotVary() {
    assertThat(Welch.greater(new double[] {2, 2}, new double[] {1, 1}).pValue()).isZero();
    assertThat(Welch.greater(new double[] {1, 1}, new double[] {1, 1}).pValue()).isEqualTo(1);
  }

  @Test
  void singleValuesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Welch.greater(new double[1], new double[3]));
  }
}
