package dev.clade.ingest.store;

import java.time.Instant;
import java.util.List;

/**
 * A commit on an artifact's main branch.
 *
 * @param id its hash
 * @param title first line of its message
 * @param message the rest of it
 * @param authors names of its authors, in the hub's order
 */
public record StoredCommit(
    String id, Instant time, String title, String message, List<String> authors) {}
