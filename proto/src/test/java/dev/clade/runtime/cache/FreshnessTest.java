package dev.clade.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class FreshnessTest {
  /**
   * The rule's chance is exp(-left / (beta delta)): about 0.1353 two computations before the end.
   */
  @Test
  void renewalComesWithTheChanceOfTheRule() {
    Freshness value = new Freshness(10_000, 100);
    Random random = new Random(7);
    int due = 0;
    int draws = 100_000;
    for (int draw = 0; draw < draws; draw++) {
      due += value.isDue(9_800, 1, 1 - random.nextDouble()) ? 1 : 0;
    }
    assertThat(due / (double) draws).isCloseTo(Math.exp(-2), Percentage.withPercentage(3));
  }

  @Test
  void expiredValuesAreAlwaysDueAndBetaZeroNeverBefore() {
    Freshness value = new Freshness(1_000, 500);
    assertThat(value.isDue(1_000, 0, 1)).isTrue();
    assertThat(value.isDue(999, 0, Double.MIN_VALUE)).isFalse();
  }
}
