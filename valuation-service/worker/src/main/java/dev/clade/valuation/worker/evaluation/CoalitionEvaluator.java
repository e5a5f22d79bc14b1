package dev.clade.valuation.worker.evaluation;

import dev.clade.valuation.worker.diffusion.DiffusionModel;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.reference.ReferenceModel;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.javacpp.PointerScope;

/**
 * Trains the model of a coalition, generates images with it and measures them.
 *
 * <p>A training or sample that diverges is repeated with other random numbers, at most twice, under
 * a fixed rule: the number of earlier attempts is part of the key of all its random numbers. A
 * sample counts as diverged, too, when features of one of its images are far off. So one unlucky
 * training does not spoil a run, and the result is still a function of the request.
 */
public final class CoalitionEvaluator {
  private final ComputeDevice device;
  private final CoalitionTrainer trainer;

  /** Creates an evaluator that computes on a device. */
  public CoalitionEvaluator(ComputeDevice device) {
    this.device = device;
    this.trainer = new CoalitionTrainer(device);
  }

  /** Returns what trains the models. */
  public CoalitionTrainer trainer() {
    return trainer;
  }

  /**
   * Evaluates a coalition.
   *
   * @param images the image set
   * @param reference the reference model of the image set
   * @param request what to evaluate
   * @param start what {@link CoalitionTrainer#start} made, where the coalition starts from it
   * @param cancelled asked between training steps whether to stop
   * @return utilities by name, all finite
   * @throws dev.clade.valuation.worker.training.DivergedException when every attempt diverged
   * @throws dev.clade.valuation.worker.training.TrainingCancelledException when told to stop
   * @throws IllegalArgumentException when the coalition does not fit the image set
   */
  public Map<String, Double> evaluate(
      ImageCollection images,
      ReferenceModel reference,
      EvaluationRequest request,
      Optional<TrainedWeights> start,
      BooleanSupplier cancelled) {
    return Attempts.first(
        attempt ->
            measure(
                trainer.train(images, request, start, attempt, cancelled),
                images,
                reference,
                request));
  }

  private Map<String, Double> measure(
      TrainedWeights weights,
      ImageCollection images,
      ReferenceModel reference,
      EvaluationRequest request) {
    try (PointerScope scope = new PointerScope()) {
      DiffusionModel model = weights.load(device);
      SampleMeter meter = new SampleMeter(reference, reference.load(device));
      model.sample(
          request.options().generatedImages(),
          request.options().samplingSteps(),
          RandomSource.ofRun(images.name(), request.seed()),
          meter::add);
      TrainingImages seen = CoalitionTrainer.training(images, request.coalition());
      // An untrained model cannot diverge, and its images are as strange in every attempt.
      if (seen.count() > 0) {
        meter.requireUsual(device.ship(seen.pixels(), seen.count(), images.pixels()));
      }
      return meter.utilities();
    }
  }
}
