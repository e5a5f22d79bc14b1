package dev.clade.valuation.server.lineage;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.lineage.v1.NodeAttributes;
import java.util.List;

/** Nodes of a walk upstream, as lineage-service tells them. */
public final class Walk {
  private Walk() {}

  /** Returns a catalogued model or dataset, by its name. */
  public static LineageNode.Builder node(String name, int depth) {
    return LineageNode.newBuilder()
        .setName(name)
        .setKind(
            name.startsWith("datasets/")
                ? ArtifactKind.ARTIFACT_KIND_DATASET
                : ArtifactKind.ARTIFACT_KIND_MODEL)
        .setDepth(-depth)
        .setCatalogued(true);
  }

  /** Returns a node that others only name. */
  public static LineageNode.Builder named(String name, int depth) {
    return node(name, depth).setCatalogued(false);
  }

  /** Returns what is known of a public artifact with licences. */
  public static NodeAttributes.Builder licensed(String... licenses) {
    return NodeAttributes.newBuilder()
        .setAvailability(Availability.AVAILABILITY_PUBLIC)
        .addAllLicenses(List.of(licenses));
  }

  /** Returns that a dataset is declared by a model. */
  public static LineageEdge.Builder trained(String model, String dataset) {
    return edge(RelationType.RELATION_TYPE_TRAINED_ON, dataset, model);
  }

  /** Returns that a model was fine-tuned from another. */
  public static LineageEdge.Builder tuned(String model, String base) {
    return edge(RelationType.RELATION_TYPE_FINETUNE, base, model);
  }

  private static LineageEdge.Builder edge(RelationType type, String upstream, String downstream) {
    return LineageEdge.newBuilder()
        .setType(type)
        .setUpstream(upstream)
        .setDownstream(downstream)
        .setOrigin(RelationOrigin.RELATION_ORIGIN_DECLARED);
  }
}
