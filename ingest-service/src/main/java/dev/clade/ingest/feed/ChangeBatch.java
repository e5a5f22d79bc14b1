package dev.clade.ingest.feed;

import dev.clade.ingest.store.StoredArtifact;
import java.util.List;

/**
 * Successive changes, or none as a sign of life.
 *
 * @param head head of the feed when they were read
 * @param through place that the reader has everything up to
 * @param traceparent W3C trace context of the import that made the last change, when that is the
 *     head's; may be empty
 */
public record ChangeBatch(
    List<StoredArtifact> changes, long head, long through, String traceparent) {}
