package dev.clade.lineage.ecosystem.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against pymannkendall and statsmodels: see {@code statistics_answers.py}. */
class TrendTest {
  static List<JsonNode> trends() {
    return Answers.statistics("trends");
  }

  @ParameterizedTest
  @MethodSource("trends")
  void mannKendallAndSen(JsonNode answers) {
    MannKendall found = MannKendall.of(Answers.doubles(answers.get("values")));
    assertThat(found.s()).isEqualTo(answers.get("s").asLong());
    assertThat(found.tau()).isCloseTo(answers.get("tau").asDouble(), within(1e-12));
    assertThat(found.z()).isCloseTo(answers.get("z").asDouble(), within(1e-12));
    assertThat(found.pValue()).isCloseTo(answers.get("pValue").asDouble(), within(1e-12));
    assertThat(found.slope()).isCloseTo(answers.get("slope").asDouble(), within(1e-12));
    assertThat(found.intercept()).isCloseTo(answers.get("intercept").asDouble(), within(1e-12));
  }

  @ParameterizedTest
  @MethodSource("trends")
  void leastSquares(JsonNode answers) {
    double[] values = Answers.doubles(answers.get("values"));
    double[] x = new double[values.length];
    double[][] powers = new double[values.length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = i;
      powers[i] = new double[] {i, (double) i * i};
    }
    equal(LeastSquares.line(x, values, 0.9), answers.get("fits").get(0));
    equal(LeastSquares.of(values, powers, 0.9), answers.get("fits").get(1));
  }

  private static void equal(LeastSquares found, JsonNode expected) {
    assertThat(found.coefficients()).hasSize(expected.get("coefficients").size());
    for (int i = 0; i < found.coefficients().size(); i++) {
      LeastSquares.Coefficient coefficient = found.coefficients().get(i);
      double[] interval = Answers.doubles(expected.get("intervals").get(i));
      assertThat(coefficient.value())
          .isCloseTo(expected.get("coefficients").get(i).asDouble(), within(1e-10));
      assertThat(coefficient.standardError())
          .isCloseTo(expected.get("standardErrors").get(i).asDouble(), within(1e-10));
      assertThat(coefficient.lower()).isCloseTo(interval[0], within(1e-8));
      assertThat(coefficient.upper()).isCloseTo(interval[1], within(1e-8));
    }
    assertThat(found.rSquared()).isCloseTo(expected.get("rSquared").asDouble(), within(1e-12));
    assertThat(found.residualSumOfSquares())
        .isCloseTo(expected.get("residuals").asDouble(), within(1e-8));
    assertThat(found.akaike()).isCloseTo(expected.get("aic").asDouble(), within(1e-9));
  }

  @Test
  void theBetterModelComesFirst() {
    List<Akaike> found = Akaike.compare(Map.of("line", 14.0, "curve", 10.0, "other", 14.0));
    assertThat(found).extracting(Akaike::model).containsExactly("curve", "line", "other");
    assertThat(found).extracting(Akaike::difference).containsExactly(0.0, 4.0, 4.0);
    // e^0 and twice e^−2
    double sum = 1 + 2 * Math.exp(-2);
    assertThat(found.getFirst().weight()).isCloseTo(1 / sum, within(1e-12));
    assertThat(found.getLast().weight()).isCloseTo(Math.exp(-2) / sum, within(1e-12));
  }

  @Test
  void aLevelSeriesHasNoTrend() {
    assertThat(MannKendall.of(new double[] {3, 3, 3})).isEqualTo(new MannKendall(0, 0, 0, 1, 0, 3));
  }

  @Test
  void tooShortAndTooLongSeriesAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> MannKendall.of(new double[1]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MannKendall.of(new double[MannKendall.MOST_POINTS + 1]))
        .withMessageContaining("5001");
  }
}
