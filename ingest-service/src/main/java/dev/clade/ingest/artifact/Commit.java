package dev.clade.ingest.artifact;

import java.time.Instant;
import java.util.List;

/**
 * A commit on the main branch of an artifact's repository.
 *
 * @param artifact the artifact's resource name
 * @param id its hash
 * @param time when it was made, to the microsecond
 * @param title first line of its message
 * @param message the rest of it
 * @param authors names of its authors, in the source's order
 */
public record Commit(
    String artifact, String id, Instant time, String title, String message, List<String> authors)
    implements Activity {

  /** Takes an unmodifiable copy of the list. */
  public Commit {
    authors = List.copyOf(authors);
  }

  @Override
  public Commit in(String otherArtifact) {
    return new Commit(otherArtifact, id, time, title, message, authors);
  }
}
