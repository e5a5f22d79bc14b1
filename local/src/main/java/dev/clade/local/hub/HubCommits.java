package dev.clade.local.hub;

import java.util.List;

/** Commits of repositories whose own nobody recorded. */
final class HubCommits {
  private HubCommits() {}

  /** Returns what must have happened: the creation and, after it, the latest change. */
  static List<HubCommit> assumed(Repository repository) {
    String author = repository.author() == null ? "system" : repository.author();
    boolean modified = repository.lastModified().isAfter(repository.createdAt());
    String first = modified ? GitHash.ofText(repository.objectId() + " first") : repository.sha();
    HubCommit creation =
        new HubCommit(first, List.of(author), repository.createdAt(), "initial commit", "");
    return modified
        ? List.of(
            new HubCommit(
                repository.sha(), List.of(author), repository.lastModified(), "Upload files", ""),
            creation)
        : List.of(creation);
  }
}
