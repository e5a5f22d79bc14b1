package dev.clade.valuation.server.domain;

import com.google.common.collect.ImmutableSortedMap;

/**
 * How the generative model of a coalition is trained and sampled, every default filled in. What
 * does not apply is 0.
 *
 * @param trainingSteps optimizer steps
 * @param batchSize images a step
 * @param hiddenUnits units of a perceptron's hidden layers
 * @param learningRate peak learning rate
 * @param generatedImageCount images to generate for the metrics
 * @param samplingSteps steps of the sampler
 * @param method how a coalition's model comes about
 * @param finetuningSteps optimizer steps on a coalition's images, where the method fine-tunes
 * @param removedShare part of the channels that are removed, where the method does
 * @param denoiser the network
 * @param channels channels of a U-Net's first level
 * @param custom name of a trainer that is not built in, for which all of the above is 0; empty for
 *     the built-in one
 * @param parameters what a custom trainer is told
 */
public record TrainerSettings(
    int trainingSteps,
    int batchSize,
    int hiddenUnits,
    double learningRate,
    int generatedImageCount,
    int samplingSteps,
    TrainingMethod method,
    int finetuningSteps,
    double removedShare,
    Denoiser denoiser,
    int channels,
    String custom,
    ImmutableSortedMap<String, String> parameters) {
  /** The custom trainer that this service's own workers have: embeddings of repositories. */
  public static final String CONTRASTIVE = "contrastive";
}
