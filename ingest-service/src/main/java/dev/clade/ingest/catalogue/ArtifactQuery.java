package dev.clade.ingest.catalogue;

import dev.clade.ingest.artifact.HubIdentifier;
import dev.clade.ingest.store.NameRange;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Which artifacts to list.
 *
 * @param collection collection of a kind, such as {@code models/}; empty for all kinds
 * @param author owner; empty for all
 */
public record ArtifactQuery(Optional<String> collection, String author) {
  /** Collections whose artifacts have authors, in the order of names. */
  private static final List<String> OWNED = List.of("datasets/", "models/", "spaces/");

  /**
   * Checks the author.
   *
   * @throws CladeException {@link Reason#FIELD_MALFORMED} when no author can be called so
   */
  public ArtifactQuery {
    if (!author.isEmpty() && !HubIdentifier.isOwner(author)) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, "author", author, "must " + HubIdentifier.OWNER_RULE);
    }
  }

  /** Returns the ranges of names that hold the artifacts, in the order of names. */
  List<NameRange> ranges() {
    if (author.isEmpty()) {
      return List.of(collection.map(NameRange::under).orElse(NameRange.ALL));
    }
    return collection.map(List::of).orElse(OWNED).stream()
        .map(owned -> NameRange.under(owned + author + "/"))
        .toList();
  }
}
