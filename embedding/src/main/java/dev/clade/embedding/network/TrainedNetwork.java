package dev.clade.embedding.network;

/**
 * Weights with what has to be known to use them and to make them again.
 *
 * @param weights the weights
 * @param seed root of the training's randomness
 * @param hashFunction name of the function that turned tokens into buckets
 */
public record TrainedNetwork(NetworkWeights weights, long seed, String hashFunction) {}
