package dev.clade.lineage.server.feature;

import dev.clade.lineage.server.file.StoredFile;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a feature set stands.
 *
 * @param id the set
 * @param state how far it is
 * @param snapshotTime nothing in it is dated later
 * @param snapshotSequence the last change of the feed that it includes for certain
 * @param repositoryCount repositories in it, so far while it is being made
 * @param sizeBytes bytes of its file, so far while it is being made
 * @param file its file when it is there
 * @param createTime when it was asked for
 * @param failure why it could not be made; empty unless so
 */
public record FeatureSet(
    String id,
    FeatureSetState state,
    Instant snapshotTime,
    long snapshotSequence,
    long repositoryCount,
    long sizeBytes,
    Optional<StoredFile> file,
    Instant createTime,
    String failure) {}
