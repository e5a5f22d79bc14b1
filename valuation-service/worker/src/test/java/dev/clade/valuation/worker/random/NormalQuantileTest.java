package dev.clade.valuation.worker.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalQuantileTest {
  private static final NormalDistribution NORMAL = new NormalDistribution();

  /** Both tails of each of the three approximations, and their borders. */
  @ParameterizedTest
  @ValueSource(
      doubles = {
        1.2e-10,
        1e-9,
        1.3e-11,
        1e-6,
        0.001,
        0.0749,
        0.075,
        0.0751,
        0.2,
        0.4,
        0.5,
        0.6,
        0.925,
        0.9251,
        0.975,
        0.999999,
        0.9999999998
      })
  void agreesWithHipparchus(double probability) {
    double expected = NORMAL.inverseCumulativeProbability(probability);
    assertThat(NormalQuantile.of(probability))
        .isCloseTo(expected, within(1e-6 * Math.max(1, Math.abs(expected))));
  }
}
