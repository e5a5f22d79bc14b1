package dev.clade.lineage.ecosystem.maintenance.swanson;

/** What a commit is for, after Swanson (1976). A commit can be for several or none. */
public enum CommitClass {
  /** Something did not work. */
  CORRECTIVE,
  /** Something else is wanted: features, dependencies, the way it is built. */
  ADAPTIVE,
  /** The same is to be better: documentation, style, structure. */
  PERFECTIVE
}
