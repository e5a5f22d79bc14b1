package dev.clade.embedding.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SplitsTest {
  @Test
  void ofCopiesTheFirstCreatedStays() {
    assertThat(Splits.withoutCopies(new int[] {0, 0, 2, 0}, new long[] {5, 3, 9, 4}))
        .containsExactly(1, 2);
  }

  @Test
  void timeSplitsAtItsBorders() {
    Split split = Splits.temporal(new int[] {0, 1, 2, 3, 4}, new long[] {9, 10, 19, 20, 1}, 10, 20);
    assertThat(split.train()).containsExactly(0, 4);
    assertThat(split.validation()).containsExactly(1, 2);
    assertThat(split.test()).containsExactly(3);
  }

  @Property(tries = 50)
  void noGroupIsOnTwoSides(@ForAll @IntRange(min = 1, max = 40) int groups, @ForAll long seed) {
    int[] of = IntStream.range(0, 500).map(row -> row * 31 % groups).toArray();
    Split split = Splits.byGroup("owner", IntStream.range(0, 500).toArray(), of, seed);
    assertThat(split.train().length + split.validation().length + split.test().length)
        .isEqualTo(500);
    Set<Integer> seen = new HashSet<>();
    for (int[] side : new int[][] {split.train(), split.validation(), split.test()}) {
      Set<Integer> here = new HashSet<>();
      Arrays.stream(side).forEach(row -> here.add(of[row]));
      assertThat(Collections.disjoint(seen, here)).isTrue();
      seen.addAll(here);
    }
  }

  @Test
  void aFifthIsTested() {
    Split split = Splits.random(IntStream.range(0, 10_000).toArray(), 3);
    assertThat(split.test().length).isBetween(1850, 2150);
    assertThat(split.train().length).isBetween(5800, 6200);
  }

  @Test
  void studentsIntervalIsThatOfTables() {
    // t for 9 degrees of freedom is 2.2622; the deviation of 1 to 10 is 3.02765.
    Interval interval = Interval.ofDraws(IntStream.rangeClosed(1, 10).asDoubleStream().toArray());
    assertThat(interval.mean()).isCloseTo(5.5, within(1e-12));
    assertThat(interval.high() - 5.5).isCloseTo(2.2622 * 3.02765 / Math.sqrt(10), within(1e-4));
  }

  @Test
  void theBootstrapAgreesWithTheNormalInterval() {
    double[] items = IntStream.range(0, 2000).mapToDouble(i -> i % 10 < 3 ? 1 : 0).toArray();
    Interval interval = Bootstrap.mean(items, 1);
    double half = 1.96 * Math.sqrt(.3 * .7 / 2000);
    assertThat(interval.mean()).isCloseTo(.3, within(1e-12));
    assertThat(interval.low()).isCloseTo(.3 - half, within(.004));
    assertThat(interval.high()).isCloseTo(.3 + half, within(.004));
    assertThat(Bootstrap.mean(items, 1)).isEqualTo(interval);
  }

  @Test
  void pairsAreComparedItemByItem() {
    double[] hard = IntStream.range(0, 200).mapToDouble(i -> i % 2).toArray();
    double[] better = hard.clone();
    for (int i = 0; i < 40; i += 2) {
      better[i] = 1;
    }
    Interval difference = Bootstrap.difference(better, hard, 1);
    assertThat(difference.mean()).isCloseTo(.1, within(1e-12));
    assertThat(difference.low()).isPositive();
  }
}
