package dev.clade.lineage.server.embedding;

import java.time.Instant;

/**
 * The version that answers are to come from.
 *
 * @param id the version
 * @param featureSet what it encodes
 * @param snapshotTime the feature set's: what its activity is seen from
 * @param rows how many repositories there are
 * @param dimension dimensions of its vectors
 */
public record ServedEmbedding(
    String id, String featureSet, Instant snapshotTime, int rows, int dimension) {}
