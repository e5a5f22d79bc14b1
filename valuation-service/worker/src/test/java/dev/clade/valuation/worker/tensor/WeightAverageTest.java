package dev.clade.valuation.worker.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.junit.jupiter.api.Test;

class WeightAverageTest {
  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  /** Worked by hand: 8 stays by a tenth, then 0 by two elevenths, then by the largest share. */
  @Test
  void olderWeightsCountLess() {
    assertThat(averages(new ExponentialAverage(0.2), 8, 16, 0, 4))
        .containsExactly(
            new float[] {15.2f, 15.2f * 2 / 11, 0.2f * 15.2f * 2 / 11 + 0.8f * 4}, within(1e-5f));
  }

  @Test
  void withoutAnAverageItIsTheWeights() {
    assertThat(averages(ExponentialAverage.NONE, 8, 16, 0)).containsExactly(16, 0);
  }

  @Test
  void aDecayThatForgetsNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExponentialAverage(1))
        .withMessage("decay must be in [0, 1); it is 1.0");
  }

  /** Returns the averages after each of the weights that follow the first. */
  private float[] averages(ExponentialAverage rule, float... weights) {
    float[] averages = new float[weights.length - 1];
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters =
          ParameterVector.of(
              new float[] {weights[0]},
              List.of(new TensorShape(List.of(1), StartingWeights.ZEROS)),
              device);
      WeightAverage average = new WeightAverage(parameters, rule);
      for (int step = 0; step < averages.length; step++) {
        parameters.values().fill_(new Scalar(weights[step + 1]));
        average.update();
        averages[step] = ComputeDevice.fetch(average.values())[0];
      }
    }
    return averages;
  }
}
