package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactName;
import java.util.List;

/**
 * What the catalogue says of one artifact.
 *
 * @param name its name
 * @param declarations what it was made from
 */
public record ArtifactRecord(ArtifactName name, List<Declaration> declarations) {
  /** Keeps an unchangeable copy of the declarations. */
  public ArtifactRecord {
    declarations = List.copyOf(declarations);
  }
}
