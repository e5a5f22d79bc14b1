package dev.clade.ingest.artifact;

import java.util.Locale;
import java.util.Optional;

/** The kinds of repositories that a hub keeps. The names are stored and never change. */
public enum ArtifactKind {
  /** A model. */
  MODEL,
  /** A dataset. */
  DATASET,
  /** A space, that is an application. */
  SPACE;

  /** Returns the word that hubs and resource names use for many of the kind, such as models. */
  public String plural() {
    return name().toLowerCase(Locale.ROOT) + "s";
  }

  /** Returns what resource names of the kind begin with, such as {@code models/}. */
  public String collection() {
    return plural() + "/";
  }

  /** Returns the kind whose resource names begin as a name does. */
  public static ArtifactKind ofName(String name) {
    for (ArtifactKind kind : values()) {
      if (name.startsWith(kind.collection())) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind has the name " + name);
  }

  /**
   * Tells the kind of a table's records by the table's file name, such as {@code datasets.tsv.gz};
   * empty when its name does not begin with a kind.
   */
  public static Optional<ArtifactKind> ofFileName(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    for (ArtifactKind kind : values()) {
      if (name.startsWith(kind.plural())) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
