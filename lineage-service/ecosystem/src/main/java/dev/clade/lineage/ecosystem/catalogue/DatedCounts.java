package dev.clade.lineage.ecosystem.catalogue;

import java.time.Instant;

/**
 * The counts of a repository at one time.
 *
 * @param id the repository's identifier, without the collection
 * @param time when the source counted so
 * @param downloads as the hub counts them, of the 30 days before
 * @param likes how many people like it
 */
public record DatedCounts(String id, Instant time, long downloads, long likes) {}
