package dev.clade.lineage.ecosystem.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class GiniTest {
  private static final double ROUNDING = 1e-12;

  @Test
  void handWorkedCases() {
    // (-3·1 - 1·2 + 1·3 + 3·4) / (4·10) = 10/40
    assertThat(Gini.of(new long[] {4, 1, 3, 2})).isCloseTo(0.25, within(ROUNDING));
    // (-2·0 + 0·1 + 2·3) / (3·4) = 6/12
    assertThat(Gini.of(new long[] {0, 1, 3})).isCloseTo(0.5, within(ROUNDING));
  }

  @Test
  void equalSharesGiveZero() {
    assertThat(Gini.of(new long[] {7, 7, 7})).isZero();
  }

  @Test
  void oneWhoHasEverythingGivesOneLessTheShareOfOne() {
    assertThat(Gini.of(new long[] {0, 0, 0, 5})).isCloseTo(0.75, within(ROUNDING));
  }

  @Test
  void zerosCount() {
    assertThat(Gini.of(new long[] {0, 0, 1, 1})).isCloseTo(0.5, within(ROUNDING));
    assertThat(Gini.of(new long[] {1, 1})).isZero();
  }

  @Test
  void nothingToShareGivesZero() {
    assertThat(Gini.of(new long[0])).isZero();
    assertThat(Gini.of(new long[] {0, 0})).isZero();
  }

  @Test
  void negativeValuesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Gini.of(new long[] {1, -2}))
        .withMessageContaining("-2");
  }

  @Test
  void theArgumentStaysAsItWas() {
    long[] values = {3, 1, 2};
    Gini.of(values);
    assertThat(values).containsExactly(3, 1, 2);
  }

  @Property
  void equalsHalfTheRelativeMeanDifference(
      @ForAll @Size(max = 40) List<@LongRange(min = 0, max = 1_000_000) Long> shares) {
    long[] values = shares.stream().mapToLong(Long::longValue).toArray();
    assertThat(Gini.of(values)).isCloseTo(byDefinition(values), within(1e-9));
  }

  private static double byDefinition(long[] values) {
    double differences = 0;
    double total = 0;
    for (long a : values) {
      total += a;
      for (long b : values) {
        differences += Math.abs(a - b);
      }
    }
    return total == 0 ? 0 : differences / (2 * values.length * total);
  }
}
