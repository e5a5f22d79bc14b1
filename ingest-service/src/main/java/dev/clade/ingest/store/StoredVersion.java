package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import java.time.Instant;

/**
 * What an artifact's slowly changing fields said before.
 *
 * @param artifact those fields; without counts and what else the history does not keep
 * @param sequence place in the feed that it had
 * @param validUntil until when it was true
 * @param source name of the hub or the file that told it
 */
public record StoredVersion(Artifact artifact, long sequence, Instant validUntil, String source) {}
