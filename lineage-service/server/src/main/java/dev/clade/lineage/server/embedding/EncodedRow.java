package dev.clade.lineage.server.embedding;

/**
 * What a version makes of a repository.
 *
 * @param row its place among the records of the feature set, from 0
 * @param name its resource name, such as {@code models/gpt2}
 * @param presence the views that took part, bit {@link dev.clade.embedding.feature.View#ordinal()}
 * @param fused the fused vector, of length 1, or zeros when no view took part
 * @param views the vectors of the views that took part, in their order, one after the other
 */
@SuppressWarnings("ArrayRecordComponent") // Read as they are, never compared.
public record EncodedRow(int row, String name, byte presence, float[] fused, float[] views) {}
