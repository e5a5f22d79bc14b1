package dev.clade.lineage.graph.attribute;

import java.time.Instant;
import java.util.Optional;

/**
 * The facts of one artifact.
 *
 * @param profile what it has in common with others
 * @param createTime when the hub says that it was created; kept to the second, and as unknown when
 *     it is not from 1970 to 2106
 */
public record Attributes(Profile profile, Optional<Instant> createTime) {
  /** Nothing is known. */
  public static final Attributes UNKNOWN = new Attributes(Profile.UNKNOWN, Optional.empty());
}
