package dev.clade.ingest.artifact;

import java.time.Instant;

/**
 * A discussion or pull request of an artifact.
 *
 * @param artifact the artifact's resource name
 * @param number place among the artifact's own, from 1
 * @param status open, closed, merged or draft, as the hub gives it
 * @param author who opened it; empty when unknown
 * @param createTime when it was opened, to the microsecond
 */
public record Discussion(
    String artifact,
    long number,
    String title,
    String status,
    boolean pullRequest,
    String author,
    Instant createTime)
    implements Activity {

  @Override
  public Discussion in(String otherArtifact) {
    return new Discussion(otherArtifact, number, title, status, pullRequest, author, createTime);
  }
}
