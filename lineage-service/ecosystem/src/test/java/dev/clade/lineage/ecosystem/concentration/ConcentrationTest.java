package dev.clade.lineage.ecosystem.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.lineage.ecosystem.testing.Answers;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against hand-worked cases, and definitions in NumPy: see {@code statistics_answers.py}. */
class ConcentrationTest {
  private static final double ROUNDING = 1e-12;

  static List<JsonNode> answered() {
    return Answers.statistics("summaries");
  }

  @ParameterizedTest
  @MethodSource("answered")
  void equalsTheDefinitions(JsonNode answers) {
    long[] values = Answers.longs(answers.get("values"));
    Concentration found = Concentration.of(values);
    assertThat(found.count()).isEqualTo(values.length);
    assertThat(found.gini()).isCloseTo(answers.get("gini").asDouble(), within(ROUNDING));
    double[] shares = Answers.doubles(answers.get("topShares"));
    for (int i = 0; i < shares.length; i++) {
      assertThat(found.topShares().get(i).portion()).isEqualTo(Concentration.PORTIONS.get(i));
      assertThat(found.topShares().get(i).share()).isCloseTo(shares[i], within(ROUNDING));
    }
    if (values.length >= 100) {
      assertThat(found.lorenz()).hasSize(101);
      double[] lorenz = Answers.doubles(answers.get("lorenz"));
      for (int i = 0; i < lorenz.length; i++) {
        assertThat(found.lorenz().get(10 * i).share()).isCloseTo(lorenz[i], within(ROUNDING));
      }
    }
  }

  @Test
  void theLorenzCurveOfFew() {
    Concentration found = Concentration.of(new long[] {6, 1, 3});
    assertThat(found.herfindahl()).isCloseTo(.36 + .01 + .09, within(ROUNDING));
    // A hundredth of three is a whole value first at 34, 67 and 100 percent.
    assertThat(found.lorenz())
        .containsExactly(
            new LorenzPoint(0, 0),
            new LorenzPoint(1 / 3.0, 0.1),
            new LorenzPoint(2 / 3.0, 0.4),
            new LorenzPoint(1, 1));
  }

  @Test
  void nothingToShareIsShownAsEquality() {
    Concentration found = Concentration.of(new long[] {0, 0});
    assertThat(found.gini()).isZero();
    assertThat(found.herfindahl()).isZero();
    assertThat(found.topShares()).allMatch(top -> top.count() == 1 && top.share() == 0);
    assertThat(found.lorenz()).containsExactly(new LorenzPoint(0, 0), new LorenzPoint(1, 1));
    assertThat(Concentration.of(new long[0]).count()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, 100, 1",
    "0.01, 101, 2",
    "0.01, 1, 1",
    "0.07, 100, 7",
    "0.0001, 760460, 77",
    "1, 3, 3"
  })
  void theTopIsRoundedUp(double portion, int count, int top) {
    // In floating point 0.07 · 100 is above 7.
    long[] ranked = LongStream.rangeClosed(1, count).toArray();
    assertThat(TopShare.of(ranked, portion).count()).isEqualTo(top);
  }

  @Test
  void whatIsNoPortionIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TopShare.of(new long[] {1}, 0))
        .withMessageContaining("portion");
  }
}
