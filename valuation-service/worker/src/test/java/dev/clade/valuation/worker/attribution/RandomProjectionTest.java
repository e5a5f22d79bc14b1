package dev.clade.valuation.worker.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RandomProjectionTest {
  private static final int LENGTH = 2_500;
  private static final int DIMENSIONS = 400;

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
  private final RandomProjection projection = projection(1);

  /**
   * Unit vectors at cosine 0.6; the standard deviation of a product is below sqrt(2 / 400) = .07.
   */
  @Test
  void innerProductsAreKept() {
    float[] vectors = new float[2 * LENGTH];
    for (int i = 0; i < LENGTH / 2; i++) {
      vectors[i] = (float) Math.sqrt(2.0 / LENGTH);
      vectors[LENGTH + i] = 0.6f * vectors[i];
      vectors[LENGTH + LENGTH / 2 + i] = 0.8f * vectors[i];
    }

    double[][] projected = projection.project(vectors, 2);

    assertThat(projected[0]).hasSize(DIMENSIONS);
    assertThat(product(projected[0], projected[0])).isCloseTo(1, within(0.2));
    assertThat(product(projected[0], projected[1])).isCloseTo(0.6, within(0.2));
  }

  @Test
  void aVectorIsProjectedAlikeInEveryCompany() {
    Random random = new Random(1);
    float[] vectors = new float[3 * LENGTH];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = random.nextFloat() - 0.5f;
    }

    double[] alone = projection.project(Arrays.copyOfRange(vectors, LENGTH, 2 * LENGTH), 1)[0];

    assertThat(projection.project(vectors, 3)[1]).containsExactly(alone, within(1e-4));
    assertThat(projection(2).project(vectors, 3)[1]).isNotEqualTo(alone);
  }

  @Test
  void aShortVectorIsKept() {
    assertThat(projection.project(new float[] {1, 2, 3, 4}, 2))
        .isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
  }

  private RandomProjection projection(long seed) {
    return new RandomProjection(DIMENSIONS, RandomSource.ofRun("imageSets/a", seed), device);
  }

  private static double product(double[] first, double[] second) {
    return IntStream.range(0, first.length).mapToDouble(i -> first[i] * second[i]).sum();
  }
}
