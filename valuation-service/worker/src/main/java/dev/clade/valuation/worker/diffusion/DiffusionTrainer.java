package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.random.EpochOrder;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.GradientDescent;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Trains diffusion models. */
public final class DiffusionTrainer {
  private final ComputeDevice device;
  private final TrainerOptions options;

  /** Creates a trainer of models of one kind. */
  public DiffusionTrainer(ComputeDevice device, TrainerOptions options) {
    this.device = device;
    this.options = options;
  }

  /**
   * Trains a model, which belongs to the innermost open {@link PointerScope} of the caller. Time
   * grows with {@code trainingSteps * batchSize * hiddenUnits * (pixels + hiddenUnits)}.
   *
   * @param images one image of {@code pixels} numbers in [-1, 1] after another; when there are none
   *     the model stays untrained
   * @param pixels pixels of an image
   * @param random where weights, batches, times and noise come from
   * @param cancelled asked between steps whether to stop
   * @throws DivergedException when the loss or its gradient is no longer finite
   * @throws TrainingCancelledException when told to stop
   */
  public DiffusionModel train(
      float[] images, int pixels, RandomSource random, BooleanSupplier cancelled) {
    DenoisingNetwork network =
        new DenoisingNetwork(
            pixels, options.hiddenUnits(), random.stream(Purpose.INITIALIZATION, 0), device);
    if (images.length > 0) {
      try (PointerScope scope = new PointerScope()) {
        fit(network, device.ship(images, images.length / pixels, pixels), random, cancelled);
      }
    }
    return new DiffusionModel(network, pixels, device);
  }

  private void fit(
      DenoisingNetwork network, Tensor images, RandomSource random, BooleanSupplier cancelled) {
    int count = Math.toIntExact(images.size(0));
    int pixels = Math.toIntExact(images.size(1));
    int batch = Math.min(options.batchSize(), count);
    int blockSteps = TrainingBlock.steps(batch, pixels);
    EpochOrder order = new EpochOrder(count, random);
    GradientDescent descent =
        new GradientDescent(network.parameters(), options.learningRate(), options.trainingSteps());
    for (int first = 0; first < options.trainingSteps(); first += blockSteps) {
      int steps = Math.min(blockSteps, options.trainingSteps() - first);
      try (PointerScope scope = new PointerScope()) {
        TrainingBlock block =
            TrainingBlock.make(images, order, random, first, steps, batch, device);
        for (int step = 0; step < steps; step++) {
          if (cancelled.getAsBoolean()) {
            throw new TrainingCancelledException();
          }
          descend(network, block, step, descent, first + step);
        }
      }
    }
  }

  private static void descend(
      DenoisingNetwork network,
      TrainingBlock block,
      int blockStep,
      GradientDescent descent,
      int step) {
    try (PointerScope scope = new PointerScope()) {
      Tensor guess =
          network.denoise(
              block.rows(block.noisy(), blockStep), block.rows(block.times(), blockStep));
      Tensor loss = torch.mse_loss(guess, block.rows(block.clean(), blockStep));
      if (!Double.isFinite(descent.descend(loss))) {
        throw new DivergedException(
            "the training diverged: its gradient was not finite at step %,d".formatted(step));
      }
    }
  }
}
