package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactName;
import java.util.List;

/**
 * What the catalogue says of one artifact.
 *
 * @param name its name
 * @param declarations what it was made from
 * @param aliases names that it had before and that others may still declare
 * @param renamed whether it has another name now, so that nothing is left under this one
 */
public record ArtifactRecord(
    ArtifactName name,
    List<Declaration> declarations,
    List<ArtifactName> aliases,
    boolean renamed) {

  /** Keeps unchangeable copies of the lists. */
  public ArtifactRecord {
    declarations = List.copyOf(declarations);
    aliases = List.copyOf(aliases);
  }

  /** Creates the record of an artifact that always had its name. */
  public ArtifactRecord(ArtifactName name, List<Declaration> declarations) {
    this(name, declarations, List.of(), false);
  }
}
