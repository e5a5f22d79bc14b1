package dev.clade.lineage.graph;

/** What kind of thing a hub keeps under a name, in the order of the collections' names. */
public enum ArtifactKind {
  /** A dataset repository. */
  DATASET("datasets"),
  /** A model repository. */
  MODEL("models"),
  /** A paper, which is never catalogued but cited. */
  PAPER("papers"),
  /** A space, that is an application. */
  SPACE("spaces");

  private final String collection;

  ArtifactKind(String collection) {
    this.collection = collection;
  }

  /** Returns the part of resource names before the first slash, such as {@code models}. */
  public String collection() {
    return collection;
  }
}
