package dev.clade.lineage.server.testing;

import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Relation;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import java.util.Arrays;

/** Writes the catalogue's artifacts shortly. */
public final class Artifacts {
  private Artifacts() {}

  /** Returns a model that was fine-tuned from others, all named by identifier. */
  public static Artifact model(String id, String... bases) {
    return artifact(
        "models/" + id,
        Arrays.stream(bases)
            .map(base -> relation(RelationType.RELATION_TYPE_FINETUNE, "models/" + base))
            .toArray(Relation[]::new));
  }

  /** Returns an artifact with any relations. */
  public static Artifact artifact(String name, Relation... relations) {
    return Artifact.newBuilder().setName(name).addAllRelations(Arrays.asList(relations)).build();
  }

  /** Returns a declared relation. */
  public static Relation relation(RelationType type, String upstream) {
    return Relation.newBuilder()
        .setType(type)
        .setUpstream(upstream)
        .setOrigin(RelationOrigin.RELATION_ORIGIN_DECLARED)
        .build();
  }
}
