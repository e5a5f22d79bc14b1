package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.layout.NetworkLayout;
import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.Autocast;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.ParameterVector;
import dev.clade.valuation.worker.tensor.Precision;
import dev.clade.valuation.worker.training.DivergedException;
import dev.clade.valuation.worker.training.TrainingCancelledException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;

/** Trains diffusion models. Safe for use by several threads. */
public final class DiffusionTrainer {
  private final ComputeDevice device;
  private final Precision precision;

  /** Creates a trainer that computes on a device with 32 bits. */
  public DiffusionTrainer(ComputeDevice device) {
    this(device, Precision.FLOAT32);
  }

  /**
   * Creates a trainer that computes on a device in a precision.
   *
   * @throws IllegalArgumentException when the device gains nothing by the precision
   */
  public DiffusionTrainer(ComputeDevice device, Precision precision) {
    precision.requireFit(device);
    this.device = device;
    this.precision = precision;
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
    TrainedWeights start =
        new TrainedWeights(options, layout.widths(), draw(layout, random), OptionalDouble.empty());
    return finetune(start, images, plan, random, cancelled);
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
      TrainingRun run =
          new TrainingRun(
              start.architecture().network(),
              parameters,
              parameters,
              blocks(start, images, plan, random),
              plan,
              () -> new Autocast(precision, device));
      run.go(cancelled);
      return new TrainedWeights(
          start.options(),
          start.widths(),
          ComputeDevice.fetch(run.weights()),
          OptionalDouble.of(run.finalLoss()));
    }
  }

  /**
   * Trains a change of low rank from nothing, while the weights themselves stay as they are.
   *
   * @param base the weights to change
   * @param options which weights are changed, and how
   * @see #train
   */
  public LowRankAdapter adapt(
      TrainedWeights base,
      LowRankOptions options,
      TrainingImages images,
      TrainingPlan plan,
      RandomSource random,
      BooleanSupplier cancelled) {
    NetworkLayout layout = LowRankAdapter.layout(base, options, List.of());
    LowRankAdapter start =
        new LowRankAdapter(
            base, options, layout.widths(), draw(layout, random), OptionalDouble.empty());
    return finetune(start, images, plan, random, cancelled);
  }

  /**
   * Trains a change of low rank on; otherwise like {@link #finetune(TrainedWeights, TrainingImages,
   * TrainingPlan, RandomSource, BooleanSupplier)}.
   */
  public LowRankAdapter finetune(
      LowRankAdapter start,
      TrainingImages images,
      TrainingPlan plan,
      RandomSource random,
      BooleanSupplier cancelled) {
    if (images.count() == 0) {
      return start;
    }
    try (PointerScope scope = new PointerScope()) {
      AdaptedWeights weights = new AdaptedWeights(start, device);
      TrainingRun run =
          new TrainingRun(
              start.base().architecture().network(),
              weights,
              weights.factors(),
              blocks(start.base(), images, plan, random),
              plan,
              () -> new Autocast(precision, device));
      run.go(cancelled);
      return new LowRankAdapter(
          start.base(),
          start.options(),
          start.ranks(),
          ComputeDevice.fetch(run.weights()),
          OptionalDouble.of(run.finalLoss()));
    }
  }

  private TrainingBlocks blocks(
      TrainedWeights model, TrainingImages images, TrainingPlan plan, RandomSource random) {
    return new TrainingBlocks(model.options(), images, plan.batchSize(), random, device);
  }

  private static float[] draw(NetworkLayout layout, RandomSource random) {
    return ParameterVector.draw(layout.shapes(), random.stream(Purpose.INITIALIZATION, 0));
  }
}
