package dev.clade.lineage.ecosystem.activity;

/** What is counted of a repository. */
public enum Measure {
  /** People who like it. */
  LIKES,
  /** Downloads of the last 30 days, as the hub counts them; spaces have none. */
  DOWNLOADS,
  /** Discussions with pull requests. */
  DISCUSSIONS,
  /** Commits of the main branch. */
  COMMITS,
  /** Different authors of those commits. */
  CONTRIBUTORS
}
