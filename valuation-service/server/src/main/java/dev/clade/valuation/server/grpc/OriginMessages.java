package dev.clade.valuation.server.grpc;

import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.v1.LineageEdge;
import dev.clade.lineage.v1.LineageNode;
import dev.clade.lineage.v1.TraverseResponse;
import dev.clade.lineage.v1.Truncation;
import dev.clade.valuation.server.contributor.Origins;
import java.util.ArrayList;
import java.util.List;

/** Reads what lineage-service tells of a model. */
final class OriginMessages {
  private OriginMessages() {}

  /**
   * Returns the origins that a walk upstream came to.
   *
   * @param parts all parts of the answer, of which there is at least one
   */
  static Origins origins(List<TraverseResponse> parts) {
    List<Origins.Artifact> artifacts = new ArrayList<>();
    List<Origins.Relation> derivations = new ArrayList<>();
    List<Origins.Relation> trainings = new ArrayList<>();
    for (TraverseResponse part : parts) {
      for (LineageNode node : part.getNodesList()) {
        artifacts.add(artifact(node));
        for (LineageEdge edge : node.getEdgesList()) {
          boolean training = edge.getType() == RelationType.RELATION_TYPE_TRAINED_ON;
          (training ? trainings : derivations).add(relation(edge));
        }
      }
    }
    Truncation truncation = parts.getLast().getTruncation();
    return new Origins(
        artifacts,
        derivations,
        trainings,
        truncation.getFrontierList(),
        truncation.getTotalFrontierCount(),
        parts.getFirst().getSnapshotSequence());
  }

  private static Origins.Artifact artifact(LineageNode node) {
    return new Origins.Artifact(
        node.getName(),
        node.getKind() == ArtifactKind.ARTIFACT_KIND_MODEL,
        Math.abs(node.getDepth()),
        node.getCatalogued(),
        access(node.getAttributes().getAvailability()),
        node.getAttributes().getLicensesList(),
        node.getAttributes().getCaseVariantsList());
  }

  private static Origins.Relation relation(LineageEdge edge) {
    return new Origins.Relation(
        edge.getUpstream(),
        edge.getDownstream(),
        edge.getOrigin() == RelationOrigin.RELATION_ORIGIN_INFERRED);
  }

  private static Origins.Access access(Availability availability) {
    return switch (availability) {
      case AVAILABILITY_GATED -> Origins.Access.GATED;
      case AVAILABILITY_WITHHELD -> Origins.Access.WITHHELD;
      case AVAILABILITY_DELETED -> Origins.Access.DELETED;
      case AVAILABILITY_PUBLIC, AVAILABILITY_RENAMED, AVAILABILITY_UNSPECIFIED, UNRECOGNIZED ->
          Origins.Access.OPEN;
    };
  }
}
