package dev.clade.embedding.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeluTest {
  /** Values of x times the standard normal distribution function, from its tables. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.5, 0.345731231",
    "1, 0.841344746",
    "-1, -0.158655254",
    "3, 2.995950306",
    "-3, -0.004049694",
    "40, 40",
    "-40, 0"
  })
  void itIsTheNumberTimesTheNormalDistribution(float x, float expected) {
    assertThat(Gelu.of(x)).isCloseTo(expected, within(5e-7f));
  }
}
