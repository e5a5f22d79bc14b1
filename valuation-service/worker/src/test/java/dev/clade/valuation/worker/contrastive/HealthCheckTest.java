package dev.clade.valuation.worker.contrastive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.contrastive.loss.ViewVectors;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  @Test
  void theEffectiveRankIsTheNumberOfDirectionsThatAreUsedAlike() {
    try (PointerScope scope = new PointerScope()) {
      assertThat(HealthCheck.effectiveRank(device.ship(new float[] {1, 0, 0, 0, 1, 0}, 2, 3)))
          .isCloseTo(2, within(1e-9));
      assertThat(HealthCheck.effectiveRank(device.ship(new float[] {1, 2, 2, 4, 3, 6}, 3, 2)))
          .isCloseTo(1, within(1e-6));
      // Shares of 0.8 and 0.2.
      assertThat(HealthCheck.effectiveRank(device.ship(new float[] {2, 0, 0, 1}, 2, 2)))
          .isCloseTo(Math.exp(-0.8 * Math.log(0.8) - 0.2 * Math.log(0.2)), within(1e-9));
    }
  }

  /** Means of the views are (0.5, 0.5), (0, 1) and nothing. */
  @Test
  void theGapIsBetweenTheMeansOfViewsThatAreThere() {
    try (PointerScope scope = new PointerScope()) {
      ViewVectors views =
          new ViewVectors(
              device.ship(new float[] {1, 0, 0, 1, 9, 9, 0, 1, 7, 7, 9, 9}, 2, 3, 2),
              device.ship(new float[] {1, 1, 0, 1, 0, 0}, 2, 3),
              device.ship(new float[] {0.4f, 0.3f, 0.3f}, 3));

      assertThat(HealthCheck.largestGap(views)).isCloseTo(Math.sqrt(0.5), within(1e-6));
    }
  }
}
