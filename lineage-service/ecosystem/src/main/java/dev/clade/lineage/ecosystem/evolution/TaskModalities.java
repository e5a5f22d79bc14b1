package dev.clade.lineage.ecosystem.evolution;

import dev.clade.lineage.ecosystem.reference.ReferenceTable;
import java.util.SortedMap;

/**
 * The domain of each task: the hub's own modality, such as {@code nlp} or {@code cv}.
 *
 * @param modalities by task, such as {@code text-generation}
 */
public record TaskModalities(SortedMap<String, String> modalities) {
  /** The domain of what has no task. */
  public static final String NONE = "none";

  /** The domain of a task that is not in the table; never guessed. */
  public static final String UNKNOWN = "unknown";

  /** Returns the table that comes with Clade. */
  public static TaskModalities shipped() {
    return new TaskModalities(ReferenceTable.beside(TaskModalities.class, "task_modalities.tsv"));
  }

  /** Returns the domain of a task; an empty one is none. */
  public String of(String task) {
    return task.isEmpty() ? NONE : modalities.getOrDefault(task, UNKNOWN);
  }
}
