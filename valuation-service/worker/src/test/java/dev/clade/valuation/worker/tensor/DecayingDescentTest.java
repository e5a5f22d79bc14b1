package dev.clade.valuation.worker.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;

class DecayingDescentTest {
  private static final List<TensorShape> SHAPES =
      List.of(
          new TensorShape(List.of(2), StartingWeights.ZEROS),
          new TensorShape(List.of(1), StartingWeights.ZEROS));

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);

  /** The first step of Adam is the learning rate against the gradient's sign, whatever its size. */
  @Test
  void theFirstWeightsDecayAndTheOthersDoNot() {
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters = ParameterVector.of(new float[] {1, -2, 4}, SHAPES, device);
      DecayingDescent descent =
          new DecayingDescent(parameters, 2, 0.5, new WarmCosine(0.1, 0, 0, 100));

      double norm = descent.descend(loss(parameters));

      assertThat(norm).isCloseTo(Math.sqrt(2 * 2 + 4 * 4 + 8 * 8), within(1e-4));
      assertThat(ComputeDevice.fetch(parameters.values()))
          .containsExactly(
              new float[] {1 - 0.05f - 0.1f, -2 + 0.1f + 0.1f, 4 - 0.1f}, within(1e-5f));
    }
  }

  @Test
  void aDescentThatIsTakenUpAgainGoesOnToTheBit() {
    WarmCosine rates = new WarmCosine(0.1, 0.001, 3, 20);
    try (PointerScope scope = new PointerScope()) {
      ParameterVector whole = ParameterVector.of(new float[] {1, -2, 4}, SHAPES, device);
      DecayingDescent descent = new DecayingDescent(whole, 2, 0.01, rates);
      for (int step = 0; step < 7; step++) {
        descent.descend(loss(whole));
      }
      byte[] state = descent.state();
      ParameterVector second =
          ParameterVector.of(ComputeDevice.fetch(whole.values()), SHAPES, device);
      DecayingDescent resumed = new DecayingDescent(second, 2, 0.01, rates);
      resumed.restore(state, 7);
      for (int step = 0; step < 7; step++) {
        descent.descend(loss(whole));
        resumed.descend(loss(second));
      }

      assertThat(ComputeDevice.fetch(second.values()))
          .containsExactly(ComputeDevice.fetch(whole.values()));
    }
  }

  @Test
  void ratesRiseAlongALineAndFallAlongACosine() {
    WarmCosine rates = new WarmCosine(0.2, 0.1, 4, 14);

    assertThat(rates.rate(0)).isCloseTo(0.05, within(1e-12));
    assertThat(rates.rate(3)).isCloseTo(0.2, within(1e-12));
    assertThat(rates.rate(4)).isCloseTo(0.2, within(1e-12));
    assertThat(rates.rate(9)).isCloseTo(0.15, within(1e-12));
    assertThat(rates.rate(14)).isCloseTo(0.1, within(1e-12));
    assertThat(rates.rate(20)).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void impossibleRatesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WarmCosine(0.1, 0.2, 0, 10))
        .withMessageContaining("floor from 0 to it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WarmCosine(0.1, 0, 11, 10))
        .withMessage("warmSteps must be from 0 to 10; it is 11");
  }

  /** The sum of squares: its gradient is twice the weights. */
  private static Tensor loss(ParameterVector parameters) {
    return parameters.tensor(0).square().sum().add(parameters.tensor(1).square().sum());
  }
}
