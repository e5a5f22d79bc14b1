package dev.clade.ingest.store;

/**
 * How far the feed is and what the catalogue holds.
 *
 * @param head sequence of the latest change; 0 when there was none
 * @param artifacts artifacts in the catalogue
 * @param relations relations that they declare
 * @param quarantinedRecords refused records of all imports
 */
public record FeedCounters(long head, long artifacts, long relations, long quarantinedRecords) {}
