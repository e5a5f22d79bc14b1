package dev.clade.valuation.worker.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.junit.jupiter.api.Test;

class ParameterVectorTest {
  private static final List<TensorShape> SHAPES =
      List.of(TensorShape.weights(4, 3), TensorShape.offsets(100, 3));

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  @Test
  void matricesFollowOneAnotherInTheVector() {
    float[] weights = new float[15];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = i;
    }
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters = ParameterVector.of(weights, SHAPES, device);

      assertThat(parameters.tensor(0).size(0)).isEqualTo(4);
      assertThat(ComputeDevice.fetch(parameters.tensor(1))).containsExactly(12, 13, 14);
      assertThat(ComputeDevice.fetch(parameters.values())).containsExactly(weights);
    }
  }

  @Test
  void firstWeightsScaleWithTheLayersInputs() {
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters =
          ParameterVector.initialize(
              SHAPES,
              RandomSource.ofRun("imageSets/a", 1).stream(Purpose.INITIALIZATION, 0),
              device);

      for (float weight : ComputeDevice.fetch(parameters.tensor(0))) {
        assertThat(weight).isBetween(-0.5f, 0.5f).isNotZero();
      }
      for (float offset : ComputeDevice.fetch(parameters.tensor(1))) {
        assertThat(offset).isBetween(-0.1f, 0.1f).isNotZero();
      }
    }
  }
}
