package dev.clade.valuation.worker.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RandomStreamTest {
  @Property
  void permutationsHoldEveryNumberOnce(
      @ForAll long key, @ForAll @IntRange(min = 0, max = 200) int size) {
    int[] order = new RandomStream(key, 0).permutation(size);

    assertThat(order).containsExactlyInAnyOrder(IntStream.range(0, size).toArray());
  }

  @Property
  void boundedNumbersStayBelowTheirBound(@ForAll long key, @ForAll @IntRange(min = 1) int bound) {
    RandomStream stream = new RandomStream(key, 7);
    for (int i = 0; i < 20; i++) {
      assertThat(stream.nextInt(bound)).isBetween(0, bound - 1);
    }
  }

  /** The statistic has mean 5 and standard deviation 3.2; 25 is beyond its 99.98th percentile. */
  @Test
  void boundedNumbersAreEquallyLikely() {
    RandomStream stream = new RandomStream(42, 0);
    int draws = 60_000;
    int[] counts = new int[6];
    for (int i = 0; i < draws; i++) {
      counts[stream.nextInt(counts.length)]++;
    }
    double chiSquare = 0;
    double expected = draws / (double) counts.length;
    for (int count : counts) {
      chiSquare += (count - expected) * (count - expected) / expected;
    }
    assertThat(chiSquare).isLessThan(25);
  }

  /** Tolerances are five standard errors of the moments. */
  @Test
  void normalNumbersHaveTheMomentsOfTheNormalDistribution() {
    float[] numbers = new float[200_000];
    new RandomStream(3, 1).fillNormal(numbers, 0, numbers.length);

    assertThat(moment(numbers, 1)).isCloseTo(0, within(5 / Math.sqrt(numbers.length)));
    assertThat(moment(numbers, 2)).isCloseTo(1, within(5 * Math.sqrt(2.0 / numbers.length)));
    assertThat(moment(numbers, 3)).isCloseTo(0, within(5 * Math.sqrt(15.0 / numbers.length)));
    assertThat(moment(numbers, 4)).isCloseTo(3, within(5 * Math.sqrt(96.0 / numbers.length)));
  }

  @Test
  void uniformNumbersFillTheirRangeOnly() {
    float[] numbers = new float[50_000];
    new RandomStream(5, 0).fillUniform(numbers, 0, numbers.length, 0.25);

    for (float number : numbers) {
      assertThat(number).isBetween(-0.25f, 0.25f);
    }
    assertThat(moment(numbers, 2)).isCloseTo(0.25 * 0.25 / 3, within(5e-4));
  }

  /** The sum of n signs has a standard deviation of the root of n; so has that of neighbours. */
  @Test
  void signsAreFairAndIndependentOfTheirNeighbours() {
    float[] signs = new float[100_001];
    new RandomStream(5, 0).fillSigns(signs, 1, signs.length - 1);

    assertThat(signs[0]).isZero();
    double sum = 0;
    double products = 0;
    for (int i = 1; i < signs.length; i++) {
      assertThat(Math.abs(signs[i])).isEqualTo(1);
      sum += signs[i];
      products += signs[i] * signs[i - 1];
    }
    assertThat(sum).isCloseTo(0, within(5 * Math.sqrt(signs.length)));
    assertThat(products).isCloseTo(0, within(5 * Math.sqrt(signs.length)));
  }

  private static double moment(float[] numbers, int order) {
    double sum = 0;
    for (float number : numbers) {
      sum += Math.pow(number, order);
    }
    return sum / numbers.length;
  }
}
