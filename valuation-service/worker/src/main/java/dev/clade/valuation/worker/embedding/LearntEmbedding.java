package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.network.NetworkWeights;

/**
 * What was learned from the rows and views of a coalition.
 *
 * @param weights the network
 * @param vocabulary what features for it are made with
 * @param refreshes how often the lineage view is made anew before rows are encoded
 * @param seed root of the training's randomness
 */
record LearntEmbedding(NetworkWeights weights, Vocabulary vocabulary, int refreshes, long seed) {}
