package dev.clade.valuation.study.oracle;

import dev.clade.valuation.worker.diffusion.ModelOptions;
import dev.clade.valuation.worker.diffusion.TrainingPlan;

/**
 * All that a utility depends on beside the images and the coalition.
 *
 * @param model the network and what it guesses
 * @param trainingSteps steps of a training from the first weights
 * @param proxySteps steps that the pruned model is trained on everybody's images again
 * @param batchSize images a step
 * @param learningRate peak learning rate of a training; half of it when a model is trained on
 * @param removedShare share of the hidden units that pruning removes
 * @param generatedImages images that utilities are measured on
 * @param samplingSteps steps of the sampler
 * @param seed root of all randomness
 */
public record Recipe(
    ModelOptions model,
    int trainingSteps,
    int proxySteps,
    int batchSize,
    double learningRate,
    double removedShare,
    int generatedImages,
    int samplingSteps,
    long seed) {

  /** Returns how a model is trained from its first weights. */
  TrainingPlan training() {
    return TrainingPlan.fromFirstWeights(trainingSteps, batchSize, learningRate);
  }

  /** Returns how the pruned model is trained on everybody's images. */
  TrainingPlan proxy() {
    return training().goingOn(proxySteps);
  }

  /** Returns how a model is trained on with the images of a coalition, without any average. */
  TrainingPlan finetuning(int steps) {
    return training().goingOn(steps);
  }

  /** Returns the tier of the ground truth. */
  public Tier retrained() {
    return new Tier(Tier.Kind.RETRAINED, trainingSteps);
  }
}
