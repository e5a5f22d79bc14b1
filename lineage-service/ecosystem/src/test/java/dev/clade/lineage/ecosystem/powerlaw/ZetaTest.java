package dev.clade.lineage.ecosystem.powerlaw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Special functions against mpmath with 40 digits: see {@code powerlaw_answers.py}. */
class ZetaTest {
  private static final double PRECISION = 1e-11;

  static List<JsonNode> zeta() {
    return Answers.stream(Counted.file().get("zeta")).toList();
  }

  static List<JsonNode> erfcx() {
    return Answers.stream(Counted.file().get("erfcx")).toList();
  }

  @ParameterizedTest
  @MethodSource("zeta")
  void logarithmAndDerivatives(JsonNode row) {
    LogZeta found = LogZeta.of(row.get(0).asDouble(), row.get(1).asLong());
    assertClose(found.value(), row.get(2).asDouble());
    assertClose(found.mean(), row.get(3).asDouble());
    assertClose(found.variance(), row.get(4).asDouble());
  }

  @ParameterizedTest
  @MethodSource("zeta")
  void valuesFromAFirst(JsonNode row) {
    double s = row.get(0).asDouble();
    long q = row.get(1).asLong();
    assertClose(new HurwitzZeta(s, q).at(q), Math.exp(row.get(2).asDouble()));
    // From 1 on, all is relative to 1.
    double relativeToOne = Math.exp(row.get(2).asDouble() - s * Math.log((double) q));
    assertThat(new HurwitzZeta(s, 1).at(q))
        .isCloseTo(relativeToOne, within(1e-12 * relativeToOne + 1e-18));
  }

  @Test
  void hugeExponentsLeaveOnlyTheFirstTerm() {
    HurwitzZeta zeta = new HurwitzZeta(1e9, 10);
    assertThat(zeta.at(10)).isEqualTo(1);
    assertThat(zeta.at(11)).isZero();
    assertThat(LogZeta.of(1e9, 10).value()).isZero();
  }

  @ParameterizedTest
  @MethodSource("erfcx")
  void scaledErfc(JsonNode row) {
    double expected = row.get(1).asDouble();
    assertThat(ScaledErfc.logarithm(row.get(0).asDouble()))
        .isCloseTo(expected, within(1e-15 * (1 + Math.abs(expected))));
  }

  private static void assertClose(double found, double expected) {
    assertThat(found).isCloseTo(expected, within(PRECISION * Math.abs(expected)));
  }
}
