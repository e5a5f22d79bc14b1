package dev.clade.embedding.repository;

import java.time.Instant;

/**
 * The counts of a repository on a day.
 *
 * @param time when they were read
 * @param downloads as the hub counts them, of the 30 days before
 * @param likes how many people like it
 */
public record DatedCounts(Instant time, long downloads, long likes) {}
