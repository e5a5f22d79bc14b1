package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.attribute.Attributes;
import java.util.List;

/**
 * What the catalogue says of one artifact.
 *
 * @param name its name
 * @param declarations what it was made from
 * @param attributes what else is known of it
 * @param aliases names that it had before and that others may still declare
 * @param renamed whether it has another name now, so that nothing is left under this one
 */
public record ArtifactRecord(
    ArtifactName name,
    List<Declaration> declarations,
    Attributes attributes,
    List<ArtifactName> aliases,
    boolean renamed) {

  /** Keeps unchangeable copies of the lists. */
  public ArtifactRecord {
    declarations = List.copyOf(declarations);
    aliases = List.copyOf(aliases);
  }

  /** Creates the record of an artifact that always had its name. */
  public ArtifactRecord(ArtifactName name, List<Declaration> declarations, Attributes attributes) {
    this(name, declarations, attributes, List.of(), false);
  }

  /** Creates the record of an artifact of which nothing else is known. */
  public ArtifactRecord(ArtifactName name, List<Declaration> declarations) {
    this(name, declarations, Attributes.UNKNOWN);
  }
}
