package dev.clade.embedding.repository;

import java.time.Instant;
import java.util.List;

/**
 * A commit of a repository's main branch.
 *
 * @param time when it was made
 * @param authors who made it; empty when unknown
 */
public record DatedCommit(Instant time, List<String> authors) {
  /** Keeps an unmodifiable copy of the authors. */
  public DatedCommit {
    authors = List.copyOf(authors);
  }
}
