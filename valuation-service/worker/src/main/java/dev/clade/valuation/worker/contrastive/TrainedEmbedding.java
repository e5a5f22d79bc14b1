package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.network.NetworkWeights;
import java.util.OptionalDouble;

/**
 * What a training gave.
 *
 * @param weights the best weights by validation, or the last ones without it
 * @param features the features that the weights are for, with the lineage view as the second round
 *     had it
 * @param epochs how many epochs there were
 * @param score what validation gave for the weights
 * @param diverged how many times the training was not finite and went back
 */
public record TrainedEmbedding(
    NetworkWeights weights,
    FeatureTable features,
    int epochs,
    OptionalDouble score,
    int diverged) {}
