package dev.clade.ingest.store;

/**
 * What a batch did.
 *
 * @param head head of the feed after it
 */
public record BatchOutcome(long created, long updated, long unchanged, long head) {}
