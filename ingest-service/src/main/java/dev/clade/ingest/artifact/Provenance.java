package dev.clade.ingest.artifact;

import java.time.Instant;

/**
 * Where a record comes from.
 *
 * @param source name of the hub or of the file
 * @param snapshotTime when the source looked so, to the microsecond
 */
public record Provenance(String source, Instant snapshotTime) {}
