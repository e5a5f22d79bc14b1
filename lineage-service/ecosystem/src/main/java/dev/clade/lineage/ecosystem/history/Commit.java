package dev.clade.lineage.ecosystem.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A commit.
 *
 * @param time when it was made
 * @param authors in the order that it lists them; none if it tells none
 * @param message its title and, from the second line, the rest
 * @param paths of the files that it touches; empty if the source does not tell
 * @param lines how many it adds and removes; empty if the source does not tell
 */
public record Commit(
    Instant time,
    List<String> authors,
    String message,
    Optional<List<String>> paths,
    OptionalLong lines) {
  /** Keeps unchangeable copies. */
  public Commit {
    authors = List.copyOf(authors);
    paths = paths.map(List::copyOf);
  }

  /** A commit as the hub lists it: without files and lines. */
  public Commit(Instant time, List<String> authors, String message) {
    this(time, authors, message, Optional.empty(), OptionalLong.empty());
  }
}
