package dev.clade.ingest.store;

import java.time.Instant;

/**
 * A discussion or pull request of an artifact.
 *
 * @param status open, closed, merged or draft, as the hub gives it
 */
public record StoredDiscussion(
    long number,
    String title,
    String status,
    boolean pullRequest,
    String author,
    Instant createTime) {}
