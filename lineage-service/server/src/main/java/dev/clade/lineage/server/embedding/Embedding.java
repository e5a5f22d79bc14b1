package dev.clade.lineage.server.embedding;

import dev.clade.lineage.server.file.StoredFile;
import java.time.Instant;
import java.util.SortedMap;

/**
 * Where a version stands.
 *
 * @param id the version
 * @param featureSet what it was trained on and encodes
 * @param valuation the run that trained it, such as {@code valuations/{id}}; may be empty
 * @param metrics what was measured of it by name
 * @param state how far it is
 * @param serving whether answers come from it
 * @param repositoryCount repositories that were encoded, so far while it is being done
 * @param dimension dimensions of its vectors; 0 before its file was read
 * @param file its file
 * @param createTime when it was uploaded
 * @param failure why it cannot be served; empty unless so
 */
public record Embedding(
    String id,
    String featureSet,
    String valuation,
    SortedMap<String, Double> metrics,
    EmbeddingState state,
    boolean serving,
    long repositoryCount,
    int dimension,
    StoredFile file,
    Instant createTime,
    String failure) {}
