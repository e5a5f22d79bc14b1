package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Relation;
import java.util.List;

/** Reads the column in which an artifact's relations are stored. */
public final class StoredRelations {
  private StoredRelations() {}

  /** Returns the relations that a column's text holds. */
  public static List<Relation> of(String column) {
    return Joined.split(column).stream().map(Joined::relationOf).toList();
  }
}
