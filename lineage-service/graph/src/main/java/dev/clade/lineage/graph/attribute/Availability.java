package dev.clade.lineage.graph.attribute;

/** Who can have an artifact. */
public enum Availability {
  /** Not known, as of artifacts that are only declared by others. */
  UNKNOWN,
  /** Everybody. */
  PUBLIC,
  /** Whoever the owner, or a form, lets in. */
  GATED,
  /** Nobody but the owner. */
  WITHHELD,
  /** Nobody: the hub has it no more. */
  DELETED
}
