package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.ExponentialAverage;
import dev.clade.valuation.worker.tensor.LearningRateCurve;

/**
 * How a model is trained and sampled; ranges are those of the contract's {@code TrainerSpec}.
 *
 * @param trainingSteps optimizer steps, 10 to 1,000,000
 * @param batchSize images a step, 1 to 4,096; smaller where there are fewer images
 * @param hiddenUnits units of the hidden layers, 8 to 4,096
 * @param learningRate peak learning rate, in (0, 1]
 * @param generatedImages images to generate, 64 to 100,000
 * @param samplingSteps steps of the sampler, 2 to 100
 */
public record TrainerOptions(
    int trainingSteps,
    int batchSize,
    int hiddenUnits,
    double learningRate,
    int generatedImages,
    int samplingSteps) {

  /** The contract's defaults. */
  public static final TrainerOptions DEFAULTS = new TrainerOptions(300, 64, 64, 0.004, 512, 25);

  /** Checks the ranges. */
  public TrainerOptions {
    Ranges.require("training_steps", trainingSteps, 10, 1_000_000);
    Ranges.require("batch_size", batchSize, 1, 4_096);
    Ranges.require("hidden_units", hiddenUnits, 8, 4_096);
    Ranges.require("generated_image_count", generatedImages, 64, 100_000);
    Ranges.require("sampling_steps", samplingSteps, 2, NoiseSchedule.COARSE.times());
    Ranges.requireLearningRate("learning_rate", learningRate);
  }

  /** Returns the model of images of a size. */
  public ModelOptions model(ImageShape image) {
    return ModelOptions.perceptron(image, hiddenUnits);
  }

  /** Returns the plan of its training. */
  public TrainingPlan plan() {
    return new TrainingPlan(
        trainingSteps, batchSize, learningRate, LearningRateCurve.COSINE, ExponentialAverage.NONE);
  }
}
