package dev.clade.ingest.feed;

import dev.clade.ingest.store.StoredArtifact;
import java.util.List;

/**
 * Successive changes, or none as a sign of life.
 *
 * @param head head of the feed when they were read
 */
public record ChangeBatch(List<StoredArtifact> changes, long head) {}
