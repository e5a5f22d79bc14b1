package dev.clade.valuation.worker.diffusion;

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
    requireRange("training_steps", trainingSteps, 10, 1_000_000);
    requireRange("batch_size", batchSize, 1, 4_096);
    requireRange("hidden_units", hiddenUnits, 8, 4_096);
    requireRange("generated_image_count", generatedImages, 64, 100_000);
    requireRange("sampling_steps", samplingSteps, 2, NoiseSchedule.TIMES);
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException("learning_rate must be in (0, 1]; it is " + learningRate);
    }
  }

  private static void requireRange(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be from %,d to %,d; it is %,d".formatted(field, least, most, value));
    }
  }
}
