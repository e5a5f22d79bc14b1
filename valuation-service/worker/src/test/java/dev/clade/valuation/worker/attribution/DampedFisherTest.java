package dev.clade.valuation.worker.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import org.junit.jupiter.api.Test;

class DampedFisherTest {
  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  /**
   * Worked by hand: {@code G'G / 2} has 2 and 8 on its diagonal and then 0, the mean of the first
   * two is 5, and damping by a fifth of it adds 1 to all.
   */
  @Test
  void perpendicularGradients() {
    DampedFisher fisher = new DampedFisher(new float[][] {{2, 0, 0}, {0, 4, 0}}, 0.2, device);

    assertThat(fisher.solve(new double[] {3, 18, 5}))
        .containsExactly(new double[] {1, 2, 5}, within(1e-6));
  }

  /** Multiplied by the matrix, the solution is the vector again. */
  @Test
  void gradientsThatOverlap() {
    float[][] gradients = {{1, 2, 0, 1}, {0, 1, 3, -1}, {2, 2, 2, 2}};
    double[] vector = {1, -2, 3, 0.5};
    double trace = 6 + 11 + 16;
    double lambda = 0.3 * trace / 3 / 3;

    double[] solution = new DampedFisher(gradients, 0.3, device).solve(vector);

    double[] again = new double[vector.length];
    for (int i = 0; i < again.length; i++) {
      again[i] = lambda * solution[i];
      for (float[] gradient : gradients) {
        for (int j = 0; j < again.length; j++) {
          again[i] += gradient[i] * gradient[j] * solution[j] / gradients.length;
        }
      }
    }
    assertThat(again).containsExactly(vector, within(1e-6));
  }
}
