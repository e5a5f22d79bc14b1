package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.repository.RepositoryRecord;
import java.time.Instant;
import java.util.List;

/**
 * What is known of all repositories at a snapshot.
 *
 * @param name resource name, such as {@code featureSets/1}; what has it never changes
 * @param digest SHA-256 of its file in hexadecimal digits
 * @param snapshot what is later is not in it
 * @param records a row each
 */
public record RepositorySet(
    String name, String digest, Instant snapshot, List<RepositoryRecord> records) {
  /** Copies the list. */
  public RepositorySet {
    records = List.copyOf(records);
  }
}
