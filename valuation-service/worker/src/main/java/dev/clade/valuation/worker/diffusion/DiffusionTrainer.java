package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.layout.NetworkLayout;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.ParameterVector;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;

/** Trains diffusion models. Safe for use by several threads. */
public final class DiffusionTrainer {
  private final ComputeDevice device;

  /** Creates a trainer that computes on a device. */
  public DiffusionTrainer(ComputeDevice device) {
    this.device = device;
  }

  /**
   * Trains a model from its first weights. Time grows with the steps, the batch and the weights.
   *
   * @param options the model
   * @param images what it is trained on; when there are none the model stays untrained
   * @param plan how it is trained
   * @param random where weights, batches, times and noise come from
   * @param cancelled asked between steps whether to stop
   * @throws DivergedException when the loss or its gradient is no longer finite
   * @throws TrainingCancelledException when told to stop
   * @throws IllegalArgumentException when the images do not fit the model
   */
  public TrainedWeights train(
      ModelOptions options,
      TrainingImages images,
      TrainingPlan plan,
      RandomSource random,
      BooleanSupplier cancelled) {
    NetworkLayout layout = options.architecture(List.of()).layout();
    float[] start = ParameterVector.draw(layout.shapes(), random.stream(Purpose.INITIALIZATION, 0));
    return finetune(
        new TrainedWeights(options, layout.widths(), start, OptionalDouble.empty()),
        images,
        plan,
        random,
        cancelled);
  }

  /**
   * Trains a model on from given weights, with a fresh optimizer and a fresh average. Where there
   * are no images the start is returned as it is.
   *
   * @param start the weights to start from
   * @see #train
   */
  public TrainedWeights finetune(
      TrainedWeights start,
      TrainingImages images,
      TrainingPlan plan,
      RandomSource random,
      BooleanSupplier cancelled) {
    if (images.count() == 0) {
      return start;
    }
    try (PointerScope scope = new PointerScope()) {
      ParameterVector parameters = start.parameters(device);
      TrainingBlocks blocks =
          new TrainingBlocks(start.options(), images, plan.batchSize(), random, device);
      TrainingRun run =
          new TrainingRun(start.architecture().network(), parameters, parameters, blocks, plan);
      run.go(cancelled);
      return new TrainedWeights(
          start.options(),
          start.widths(),
          ComputeDevice.fetch(run.weights()),
          OptionalDouble.of(run.finalLoss()));
    }
  }
}
