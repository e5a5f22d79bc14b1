package dev.clade.valuation.worker.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class KernelDistanceTest {
  private static final int REPETITIONS = 400;
  private static final int POINTS = 100;

  /**
   * In one dimension the kernel is {@code 1 + 3xy + 3x²y² + x³y³}, so the distance is a sum of
   * squared differences of moments: {@code 3 * 1² + 3 * 1² + 4² = 22} for normal distributions
   * around 0 and 1.
   */
  @Test
  void isUnbiasedAndItsStandardErrorIsOnTheSafeSide() {
    Random random = new Random(1);
    double[] values = new double[REPETITIONS];
    double[] standardErrors = new double[REPETITIONS];
    for (int i = 0; i < REPETITIONS; i++) {
      KernelDistance distance = distance(normal(random, 0), normal(random, 1));
      values[i] = distance.value();
      standardErrors[i] = distance.standardError();
    }

    double mean = DoubleStream.of(values).average().orElseThrow();
    double variance =
        DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum()
            / (REPETITIONS - 1);
    double claimed = DoubleStream.of(standardErrors).map(e -> e * e).average().orElseThrow();
    assertThat(mean).isCloseTo(22, within(4 * Math.sqrt(variance / REPETITIONS)));
    assertThat(claimed / variance).isBetween(0.9, 2.0);
  }

  @Test
  void samplesOfOneDistributionAreAboutZeroApartAndSometimesLess() {
    Random random = new Random(1);
    double[] values = new double[REPETITIONS];
    Arrays.setAll(values, i -> distance(normal(random, 0), normal(random, 0)).value());

    assertThat(DoubleStream.of(values).min().orElseThrow()).isNegative();
    assertThat(DoubleStream.of(values).average().orElseThrow()).isCloseTo(0, within(0.1));
  }

  private static KernelDistance distance(PointCloud first, PointCloud second) {
    return KernelDistance.between(first, second, first.to(second));
  }

  private static PointCloud normal(Random random, double mean) {
    double[][] points = new double[POINTS][1];
    Arrays.setAll(points, i -> new double[] {mean + random.nextGaussian()});
    return PointCloud.of(points);
  }
}
