package dev.clade.valuation.server.run;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param items the part
 * @param next position of the next part; nothing on the last one
 */
public record Page<T>(List<T> items, Optional<String> next) {

  /** Copies the list. */
  public Page {
    items = List.copyOf(items);
  }
}
