package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PerceptronNetworkTest {
  /**
   * Worked by hand: 64 pixels, 32 time features and an offset lead to each first unit, and so on.
   */
  @Test
  void thePilotsNetworkHasAsManyWeightsAsCounted() {
    assertThat(weights(0)).isEqualTo(3 * (64 + 32 + 1) * 64 + (64 + 1) * 64);
  }

  @Test
  void everyClassLeadsToEveryHiddenUnit() {
    assertThat(weights(10) - weights(0)).isEqualTo(3 * 10 * 64);
  }

  private static int weights(int classes) {
    ModelOptions options =
        new ModelOptions(
            ImageShape.grey(8, 8),
            classes,
            new Perceptron(64),
            PredictionTarget.IMAGE,
            NoiseSchedule.COARSE);
    return Models.untrained(options).parameterCount();
  }
}
