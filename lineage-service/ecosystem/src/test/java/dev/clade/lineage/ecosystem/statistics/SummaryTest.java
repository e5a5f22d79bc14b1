package dev.clade.lineage.ecosystem.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against hand-worked cases, and NumPy, SciPy and pandas: see {@code statistics_answers.py}. */
class SummaryTest {
  private static final double ROUNDING = 1e-12;

  static List<JsonNode> answered() {
    return Answers.statistics("summaries");
  }

  @ParameterizedTest
  @MethodSource("answered")
  void equalsOtherPrograms(JsonNode answers) {
    Summary summary = Summary.of(Answers.longs(answers.get("values")));
    assertThat(summary.mean()).isCloseTo(answers.get("mean").asDouble(), within(1e-12));
    assertThat(summary.standardDeviation()).isCloseTo(answers.get("sd").asDouble(), within(1e-12));
    assertThat(summary.populationStandardDeviation())
        .isCloseTo(answers.get("populationSd").asDouble(), within(1e-12));
    assertThat(summary.skewness()).isCloseTo(answers.get("skewness").asDouble(), within(1e-11));
    assertThat(summary.adjustedSkewness())
        .isCloseTo(answers.get("adjustedSkewness").asDouble(), within(1e-11));
  }

  @ParameterizedTest
  @MethodSource("answered")
  void quantilesEqualThoseOfNumPy(JsonNode answers) {
    Quantiles quantiles = Quantiles.of(Answers.longs(answers.get("values")));
    double[] probabilities = Answers.doubles(Answers.statistics().get("probabilities"));
    double[] expected = Answers.doubles(answers.get("quantiles"));
    for (int i = 0; i < probabilities.length; i++) {
      assertThat(quantiles.at(probabilities[i])).isCloseTo(expected[i], within(1e-12));
    }
  }

  @Test
  void handWorkedCase() {
    // Deviations from 3: -3 -3 -2 -1 9, squares 104, cubes 729 - 27 - 27 - 8 - 1 = 666.
    Summary summary = Summary.of(new long[] {12, 0, 1, 0, 2});
    assertThat(summary.count()).isEqualTo(5);
    assertThat(summary.mean()).isEqualTo(3);
    assertThat(summary.standardDeviation()).isCloseTo(Math.sqrt(26), within(ROUNDING));
    assertThat(summary.populationStandardDeviation()).isCloseTo(Math.sqrt(20.8), within(ROUNDING));
    assertThat(summary.lowerQuartile()).isZero();
    assertThat(summary.median()).isEqualTo(1);
    assertThat(summary.upperQuartile()).isEqualTo(2);
    assertThat(summary.max()).isEqualTo(12);
    assertThat(summary.zeros()).isEqualTo(2);
    assertThat(summary.zeroShare()).isEqualTo(0.4);
    double skewness = 133.2 / Math.pow(20.8, 1.5);
    assertThat(summary.skewness()).isCloseTo(skewness, within(ROUNDING));
    assertThat(summary.adjustedSkewness())
        .isCloseTo(skewness * Math.sqrt(20) / 3, within(ROUNDING));
  }

  @Test
  void whatIsNotDefinedIsNaN() {
    Summary none = Summary.of(new long[0]);
    assertThat(none.count()).isZero();
    assertThat(none.max()).isZero();
    assertThat(none.mean()).isNaN();
    assertThat(none.median()).isNaN();
    assertThat(none.zeroShare()).isNaN();
    Summary two = Summary.of(new long[] {5, 5});
    assertThat(two.standardDeviation()).isZero();
    assertThat(two.skewness()).isNaN();
    assertThat(Summary.of(new long[] {5}).standardDeviation()).isNaN();
    assertThat(Summary.of(new long[] {5, 6}).adjustedSkewness()).isNaN();
  }

  @Test
  void whatIsNoProbabilityIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quantiles.of(new long[] {1}).at(-0.1))
        .withMessageContaining("-0.1");
  }
}
