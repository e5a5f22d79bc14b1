package dev.clade.ingest.store;

/** How much of each artifact to read. */
public enum Detail {
  /** Everything but tags and languages. */
  BASIC,
  /** Everything. */
  FULL
}
