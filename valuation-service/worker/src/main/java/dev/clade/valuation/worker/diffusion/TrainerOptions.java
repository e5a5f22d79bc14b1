package dev.clade.valuation.worker.diffusion;

/**
 * How a model is trained and sampled; ranges are those of the contract's {@code TrainerSpec}.
 *
 * @param method how the model of a coalition comes about
 * @param denoiser its network
 * @param trainingSteps optimizer steps from the first weights, 10 to 1,000,000
 * @param batchSize images a step, 1 to 4,096; smaller where there are fewer images
 * @param learningRate peak learning rate, in (0, 1]
 * @param generatedImages images to generate, 64 to 100,000
 * @param samplingSteps steps of the sampler, 2 to 100
 */
public record TrainerOptions(
    TrainingMethod method,
    Denoiser denoiser,
    int trainingSteps,
    int batchSize,
    double learningRate,
    int generatedImages,
    int samplingSteps) {

  /** Checks the ranges. */
  public TrainerOptions {
    Ranges.require("training_steps", trainingSteps, 10, 1_000_000);
    Ranges.require("batch_size", batchSize, 1, 4_096);
    Ranges.require("generated_image_count", generatedImages, 64, 100_000);
    Ranges.require("sampling_steps", samplingSteps, 2, NoiseSchedule.COARSE.times());
    Ranges.requireLearningRate("learning_rate", learningRate);
  }

  /** Returns the plan of a training from the first weights. */
  public TrainingPlan plan() {
    return TrainingPlan.fromFirstWeights(trainingSteps, batchSize, learningRate);
  }
}
