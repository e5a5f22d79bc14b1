package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NeighbourhoodsTest {
  /** Third neighbours are 3, 2, 2, 2, 2 and 3 away, fifth ones 5, 4, 3, 3, 4 and 5. */
  private static final double[] REFERENCE = {0, 1, 2, 3, 4, 5};

  @Test
  void aSampleOfTheReferenceItselfIsPreciseAndCoversAll() {
    Neighbourhoods same = compare(REFERENCE);

    assertThat(same.precision()).isEqualTo(1);
    assertThat(same.recall()).isEqualTo(1);
    assertThat(same.coverage()).isEqualTo(1);
  }

  /**
   * Worked by hand. 6 lies in the third ball of 5 and in the fifth balls of 3, 4 and 5; 9 lies in
   * the fifth ball of 5 only; 100 lies in none. The outlier makes the balls of the generated points
   * so large that all reference points are recalled.
   */
  @Test
  void pointsBesideTheReference() {
    Neighbourhoods beside = compare(6, 9, 100);

    assertThat(beside.precision()).isEqualTo(1.0 / 3);
    assertThat(beside.recall()).isEqualTo(1);
    assertThat(beside.density()).isCloseTo(4.0 / 15, within(1e-15));
    assertThat(beside.coverage()).isEqualTo(0.5);
  }

  @Test
  void repeatingTheMiddleIsDenseButCoversLittle() {
    Neighbourhoods repeated = compare(2.5, 2.5, 2.5, 2.5);

    assertThat(repeated.precision()).isEqualTo(1);
    assertThat(repeated.recall()).isZero();
    assertThat(repeated.density()).isEqualTo(6.0 / 5);
  }

  private static Neighbourhoods compare(double... generated) {
    PointCloud sample = line(generated);
    PointCloud reference = line(REFERENCE);
    return Neighbourhoods.of(sample, reference, sample.to(reference));
  }

  private static PointCloud line(double... points) {
    return PointCloud.of(
        Arrays.stream(points).mapToObj(x -> new double[] {x}).toArray(double[][]::new));
  }
}
