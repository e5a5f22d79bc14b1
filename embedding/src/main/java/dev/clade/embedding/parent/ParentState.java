package dev.clade.embedding.parent;

/** How sure a parent is. */
public enum ParentState {
  /** The repository says so itself. */
  DECLARED,
  /**
   * Inferred, and as sure as those of which at least 95 in 100 are right, see {@link Confidence}.
   */
  INFERRED_HIGH,
  /** Inferred, and more likely right than wrong. */
  SUGGESTED,
  /** None is likely enough to be named. */
  UNKNOWN
}
