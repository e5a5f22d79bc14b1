package dev.clade.lineage.ecosystem.maintenance.swanson;

import java.util.Set;

/**
 * A message that somebody judged.
 *
 * @param message of a commit
 * @param classes all that it is for: of each other class it was judged that it is not
 */
public record LabelledMessage(String message, Set<CommitClass> classes) {
  /** Keeps an unchangeable copy. */
  public LabelledMessage {
    classes = Set.copyOf(classes);
  }

  /** Returns the message, normalised. */
  public String key() {
    return MessageKey.of(message);
  }
}
