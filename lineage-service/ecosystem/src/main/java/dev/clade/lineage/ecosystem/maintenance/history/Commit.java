package dev.clade.lineage.ecosystem.maintenance.history;

import java.time.Instant;
import java.util.List;

/**
 * A commit.
 *
 * @param time when it was made
 * @param authors in the order that it lists them; none if it tells none
 * @param message its title and, from the second line, the rest
 */
public record Commit(Instant time, List<String> authors, String message) {
  /** Keeps an unchangeable copy. */
  public Commit {
    authors = List.copyOf(authors);
  }
}
