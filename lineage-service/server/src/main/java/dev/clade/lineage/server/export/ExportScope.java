package dev.clade.lineage.server.export;

/** Which part of the graph is written. */
public enum ExportScope {
  /** What an artifact was made from. */
  UPSTREAM,
  /** What was made from it. */
  DOWNSTREAM,
  /** Both. */
  LINEAGE,
  /** The family of a model. */
  FAMILY;

  /** Returns the word that stands for the scope in addresses and documents. */
  public String label() {
    return Words.of(this);
  }
}
