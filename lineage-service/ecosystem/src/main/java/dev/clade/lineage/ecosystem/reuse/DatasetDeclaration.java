package dev.clade.lineage.ecosystem.reuse;

import java.util.Set;

/**
 * What a dataset says it is for.
 *
 * @param dataset its number, as models declare it
 * @param tasks the task categories that it is listed under
 */
public record DatasetDeclaration(int dataset, Set<String> tasks) {
  /** Keeps an unchangeable copy of the tasks. */
  public DatasetDeclaration {
    tasks = Set.copyOf(tasks);
  }
}
