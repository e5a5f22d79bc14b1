package dev.clade.ingest.store;

import java.time.Instant;
import java.util.Optional;

/**
 * How far the feed is and what the catalogue holds.
 *
 * @param head sequence of the latest change; 0 when there was none
 * @param artifacts artifacts in the catalogue
 * @param relations relations that they declare
 * @param quarantinedRecords refused records of all imports
 * @param changeTime when the latest change was committed; nothing before the first
 * @param traceparent W3C trace context of the import that made it; may be empty
 */
public record FeedCounters(
    long head,
    long artifacts,
    long relations,
    long quarantinedRecords,
    Optional<Instant> changeTime,
    String traceparent) {}
