package dev.clade.ingest.feed;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.FieldRules;
import dev.clade.ingest.artifact.HubIdentifier;
import dev.clade.ingest.store.ChangeSelection;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.List;

/**
 * Which changes a reader wants. A change passes when each list that is not empty has what it meets.
 */
public record ChangeFilter(List<ArtifactKind> kinds, List<String> authors, List<String> tasks) {
  private static final int MOST_ENTRIES = 100;

  /**
   * Checks the lists.
   *
   * @throws CladeException which names the entry that breaks a rule
   */
  public ChangeFilter {
    checkSize("filter.kinds", kinds);
    checkSize("filter.authors", authors);
    checkSize("filter.tasks", tasks);
    authors.forEach(ChangeFilter::checkAuthor);
    tasks.forEach(ChangeFilter::checkTask);
    kinds = List.copyOf(kinds);
    authors = List.copyOf(authors);
    tasks = List.copyOf(tasks);
  }

  /** Returns whether every change passes. */
  boolean passesAll() {
    return kinds.isEmpty() && authors.isEmpty() && tasks.isEmpty();
  }

  ChangeSelection selection() {
    return new ChangeSelection(kinds.stream().map(ArtifactKind::plural).toList(), authors, tasks);
  }

  private static void checkSize(String field, List<?> entries) {
    if (entries.size() > MOST_ENTRIES) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          field,
          entries.size() + " entries",
          "must have at most %d entries".formatted(MOST_ENTRIES));
    }
  }

  private static void checkAuthor(String author) {
    if (!HubIdentifier.isOwner(author)) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED,
          "filter.authors",
          author,
          "must each " + HubIdentifier.OWNER_RULE);
    }
  }

  private static void checkTask(String task) {
    if (task.isEmpty() || task.indexOf('\0') >= 0) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED,
          "filter.tasks",
          task.replace('\0', '\uFFFD'),
          "must each have at least 1 character, and not NUL");
    }
    if (task.length() > FieldRules.LONGEST_WORD) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG,
          "filter.tasks",
          task,
          "must each have at most %d characters".formatted(FieldRules.LONGEST_WORD));
    }
  }
}
