package dev.clade.valuation.worker.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class GradientDescentTest {
  private static final List<TensorShape> SHAPES =
      List.of(TensorShape.weights(2, 2), TensorShape.offsets(2, 2));

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  @Test
  void findsTheLeastSquares() {
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters = ParameterVector.of(new float[6], SHAPES, device);
      Tensor target = device.ship(new float[] {1, -2, 3, 0.5f}, 2, 2);
      GradientDescent descent = new GradientDescent(parameters, 0.1, 400, LearningRateCurve.COSINE);

      for (int step = 0; step < 400; step++) {
        descent.descend(torch.mse_loss(parameters.tensor(0), target));
      }

      assertThat(ComputeDevice.fetch(parameters.tensor(0)))
          .containsExactly(new float[] {1, -2, 3, 0.5f}, within(1e-3f));
      assertThat(ComputeDevice.fetch(parameters.tensor(1))).containsOnly(0);
    }
  }

  /** The gradient of half the sum of squares is the weights themselves, of norm 5. */
  @Test
  void returnsTheNormOfTheWholeGradient() {
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters =
          ParameterVector.of(new float[] {3, 0, 0, 0, 4, 0}, SHAPES, device);
      GradientDescent descent = new GradientDescent(parameters, 0.1, 10, LearningRateCurve.COSINE);

      assertThat(descent.descend(halfSumOfSquares(parameters))).isCloseTo(5, within(1e-6));
    }
  }

  @Test
  void tellsOfGradientsThatAreNotFinite() {
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters =
          ParameterVector.of(new float[] {Float.NaN, 0, 0, 0, 0, 0}, SHAPES, device);
      GradientDescent descent = new GradientDescent(parameters, 0.1, 10, LearningRateCurve.COSINE);

      assertThat(descent.descend(halfSumOfSquares(parameters))).isNaN();
    }
  }

  private static Tensor halfSumOfSquares(ParameterVector parameters) {
    Tensor first = parameters.tensor(0);
    Tensor second = parameters.tensor(1);
    return first.mul(first).sum().add(second.mul(second).sum()).mul(new Scalar(0.5));
  }
}
