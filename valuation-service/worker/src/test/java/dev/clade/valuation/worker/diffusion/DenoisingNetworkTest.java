package dev.clade.valuation.worker.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.clade.valuation.worker.random.EpochOrder;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.DeviceChoice;
import dev.clade.valuation.worker.tensor.GradientDescent;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;

class DenoisingNetworkTest {
  private static final int PIXELS = 16;
  private static final int BATCH = 8;

  private final ComputeDevice device = ComputeDevice.open(DeviceChoice.CPU);
  private final RandomSource random = RandomSource.ofRun("imageSets/a", 1);

  @Test
  void theGradientIsTheSlopeOfTheLoss() {
    try (PointerScope scope = new PointerScope()) {
      DenoisingNetwork network = network();
      TrainingBlock block = block();
      loss(network, block).backward();
      float[] gradient = ComputeDevice.fetch(network.parameters().values().grad());

      for (int weight = 0; weight < gradient.length; weight += 97) {
        double slope =
            (lossWith(network, block, weight, 0.01) - lossWith(network, block, weight, -0.01))
                / 0.02;
        assertThat((double) gradient[weight]).isCloseTo(slope, within(2e-4));
      }
    }
  }

  @Test
  void theLossFalls() {
    try (PointerScope scope = new PointerScope()) {
      DenoisingNetwork network = network();
      TrainingBlock block = block();
      GradientDescent descent = new GradientDescent(network.parameters(), 0.004, 200);
      double before = loss(network, block).item_double();

      for (int step = 0; step < 200; step++) {
        descent.descend(loss(network, block));
      }

      assertThat(loss(network, block).item_double()).isLessThan(before / 10);
    }
  }

  private DenoisingNetwork network() {
    return new DenoisingNetwork(PIXELS, 32, random.stream(Purpose.INITIALIZATION, 0), device);
  }

  private TrainingBlock block() {
    float[] images = new float[BATCH * PIXELS];
    random.stream(Purpose.SAMPLING_NOISE, 0).fillUniform(images, 0, images.length, 1);
    return TrainingBlock.make(
        device.ship(images, BATCH, PIXELS),
        new EpochOrder(BATCH, random),
        random,
        0,
        1,
        BATCH,
        device);
  }

  private static Tensor loss(DenoisingNetwork network, TrainingBlock block) {
    return torch.mse_loss(network.denoise(block.noisy(), block.times()), block.clean());
  }

  private static double lossWith(
      DenoisingNetwork network, TrainingBlock block, int weight, double change) {
    try (PointerScope scope = new PointerScope();
        NoGradGuard frozen = new NoGradGuard()) {
      Tensor changed = network.parameters().values().narrow(0, weight, 1);
      changed.add_(new Scalar(change));
      double loss = loss(network, block).item_double();
      changed.sub_(new Scalar(change));
      return loss;
    }
  }
}
