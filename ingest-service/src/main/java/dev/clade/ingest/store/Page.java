package dev.clade.ingest.store;

import java.util.List;

/**
 * Successive items.
 *
 * @param more whether others follow
 */
public record Page<T>(List<T> items, boolean more) {
  /** Takes an unmodifiable copy of the list. */
  public Page {
    items = List.copyOf(items);
  }
}
