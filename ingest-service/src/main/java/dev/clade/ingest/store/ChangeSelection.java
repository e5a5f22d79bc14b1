package dev.clade.ingest.store;

import java.util.List;

/**
 * Which changes to read. A change is read when each list that is not empty has what it meets.
 *
 * @param collections what names begin with, such as {@code models}
 * @param authors owners
 * @param tasks tasks
 */
public record ChangeSelection(List<String> collections, List<String> authors, List<String> tasks) {
  /** Every change. */
  public static final ChangeSelection ALL = new ChangeSelection(List.of(), List.of(), List.of());

  /** Takes unmodifiable copies of the lists. */
  public ChangeSelection {
    collections = List.copyOf(collections);
    authors = List.copyOf(authors);
    tasks = List.copyOf(tasks);
  }
}
