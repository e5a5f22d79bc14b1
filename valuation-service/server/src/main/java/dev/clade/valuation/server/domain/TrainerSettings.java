package dev.clade.valuation.server.domain;

/**
 * How the generative model of a coalition is trained and sampled, every default filled in.
 *
 * @param trainingSteps optimizer steps
 * @param batchSize images a step
 * @param hiddenUnits units of the hidden layers
 * @param learningRate peak learning rate
 * @param generatedImageCount images to generate for the metrics
 * @param samplingSteps steps of the sampler
 */
public record TrainerSettings(
    int trainingSteps,
    int batchSize,
    int hiddenUnits,
    double learningRate,
    int generatedImageCount,
    int samplingSteps) {}
