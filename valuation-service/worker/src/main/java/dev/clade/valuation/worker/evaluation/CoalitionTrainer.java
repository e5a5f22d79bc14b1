package dev.clade.valuation.worker.evaluation;

import dev.clade.valuation.worker.diffusion.DiffusionTrainer;
import dev.clade.valuation.worker.diffusion.ImageShape;
import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.TrainedWeights;
import dev.clade.valuation.worker.diffusion.TrainerOptions;
import dev.clade.valuation.worker.diffusion.TrainingImages;
import dev.clade.valuation.worker.diffusion.TrainingMethod.Finetuning;
import dev.clade.valuation.worker.diffusion.TrainingMethod.Retraining;
import dev.clade.valuation.worker.diffusion.TrainingMethod.SparsifiedFinetuning;
import dev.clade.valuation.worker.image.ImageCollection;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Trains the models of coalitions, from first weights or from a start that all of them share.
 *
 * <p>The coalitions of nobody and of everybody are trained from first weights whatever the method:
 * values are pinned to them, and a bias that all others of one size have in common then moves no
 * value. So is a coalition that brings no images, which is worth what nobody is.
 */
public final class CoalitionTrainer {
  /** Most weights of a model that others start from: 240 MB of the 256 MiB that are kept. */
  private static final int MOST_SHARED_WEIGHTS = 60_000_000;

  private final DiffusionTrainer trainer;

  /** Creates a trainer that computes on a device. */
  public CoalitionTrainer(ComputeDevice device) {
    this.trainer = new DiffusionTrainer(device);
  }

  /**
   * Returns whether a coalition's model starts from the one that {@link #start} makes.
   *
   * @throws IllegalArgumentException when the coalition does not fit the image set
   */
  public boolean startsFromAnother(ImageCollection images, EvaluationRequest request) {
    return !(request.options().method() instanceof Retraining)
        && !request.coalition().equals(images.everybody())
        && images.imagesOf(request.coalition()).length > 0;
  }

  /**
   * Makes what the models of a run's coalitions start from: the model of everybody, which the first
   * evaluation of everybody measures, or the narrower one that is pruned from it and trained on.
   *
   * @param images the image set
   * @param request any of the run
   * @param cancelled asked between training steps whether to stop
   * @throws dev.clade.valuation.worker.training.DivergedException when every attempt diverged
   * @throws dev.clade.valuation.worker.training.TrainingCancelledException when told to stop
   * @throws IllegalArgumentException when the model is too large to be shared
   */
  public TrainedWeights start(
      ImageCollection images, EvaluationRequest request, BooleanSupplier cancelled) {
    TrainerOptions options = request.options();
    ModelOptions model = model(images, options);
    if (model.weightCount() > MOST_SHARED_WEIGHTS) {
      throw new IllegalArgumentException(
          "trainer: a model that others start from may have at most %,d weights; this one has %,d"
              .formatted(MOST_SHARED_WEIGHTS, model.weightCount()));
    }
    TrainingImages all = training(images, images.everybody());
    TrainedWeights full =
        Attempts.first(
            attempt ->
                trainer.train(
                    model, all, options.plan(), shared(images, "", request, attempt), cancelled));
    return switch (options.method()) {
      case SparsifiedFinetuning(_, double removedShare) ->
          Attempts.first(
              attempt ->
                  trainer.finetune(
                      full.pruned(removedShare),
                      all,
                      options.plan().goingOn(options.trainingSteps()),
                      shared(images, "/proxy", request, attempt),
                      cancelled));
      case Retraining _, Finetuning _ -> full;
    };
  }

  /**
   * Returns all that decides the weights of {@link #start} beside the {@link #model}, in words.
   * Images have the hash of their content in their name.
   */
  public String originOfStart(ImageCollection images, EvaluationRequest request) {
    TrainerOptions options = request.options();
    String removed =
        options.method() instanceof SparsifiedFinetuning(_, double share)
            ? ", less %s of its channels".formatted(share)
            : "";
    return "everybody of %s by seed %d and %s%s"
        .formatted(images.name(), request.seed(), options.plan(), removed);
  }

  /** Returns the model of an image set. */
  public ModelOptions model(ImageCollection images, TrainerOptions options) {
    return options.denoiser().model(ImageShape.grey(images.width(), images.height()));
  }

  /**
   * Trains the model of a coalition.
   *
   * @param start what {@link #start} made, where the coalition starts from it
   * @param attempt how many trainings of this evaluation diverged before, from 0
   */
  TrainedWeights train(
      ImageCollection images,
      EvaluationRequest request,
      Optional<TrainedWeights> start,
      int attempt,
      BooleanSupplier cancelled) {
    RandomSource random =
        RandomSource.ofTraining(
            images.name(), request.seed(), request.coalition(), request.replicate(), attempt);
    TrainerOptions options = request.options();
    TrainingImages union = training(images, request.coalition());
    if (start.isEmpty()) {
      return trainer.train(model(images, options), union, options.plan(), random, cancelled);
    }
    int steps =
        switch (options.method()) {
          case Finetuning(int count) -> count;
          case SparsifiedFinetuning(int count, _) -> count;
          case Retraining _ ->
              throw new IllegalArgumentException("start: what is retrained starts from nothing");
        };
    return trainer.finetune(start.get(), union, options.plan().goingOn(steps), random, cancelled);
  }

  static TrainingImages training(ImageCollection images, BitSet coalition) {
    return new TrainingImages(images.imagesOf(coalition), images.pixels());
  }

  private static RandomSource shared(
      ImageCollection images, String what, EvaluationRequest request, int attempt) {
    return RandomSource.ofTraining(
        images.name() + what, request.seed(), images.everybody(), 0, attempt);
  }
}
