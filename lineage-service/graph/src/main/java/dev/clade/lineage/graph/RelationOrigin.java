package dev.clade.lineage.graph;

/** Where a relation is known from. */
public enum RelationOrigin {
  /** The artifact's own metadata says so. */
  DECLARED,
  /** An analysis found it. */
  INFERRED
}
