package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import java.time.Instant;

/**
 * What the catalogue knows of an artifact.
 *
 * @param recordHash hash of the record that brought it
 * @param snapshotTime when its source looked so
 */
record KnownArtifact(Artifact artifact, ContentHash recordHash, Instant snapshotTime) {}
