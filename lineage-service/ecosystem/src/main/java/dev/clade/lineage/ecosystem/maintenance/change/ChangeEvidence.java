package dev.clade.lineage.ecosystem.maintenance.change;

import dev.clade.lineage.ecosystem.history.Commit;
import java.util.Optional;
import java.util.Set;

/** By what it is told what a commit changes. */
public enum ChangeEvidence {
  /** By the files that it touches. */
  FILES,
  /**
   * By a title that a program wrote: all that there is on a hub whose list of commits has no files.
   */
  TITLES;

  /** Returns the categories of a commit, maybe none of them; empty when it does not tell. */
  public Optional<Set<ChangeCategory>> of(Commit commit) {
    return switch (this) {
      case FILES -> commit.paths().map(ChangeCategory::of);
      case TITLES -> ChangeTitle.categories(commit.message());
    };
  }
}
