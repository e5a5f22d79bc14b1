package dev.clade.embedding.repository;

/** What a repository holds. */
public enum RepositoryKind {
  /** A model. */
  MODEL,
  /** A dataset. */
  DATASET,
  /** An application. */
  SPACE
}
