package dev.clade.lineage.server.grpc;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Availability;
import java.util.Optional;

/** Maps the contract's enumerations to the graph's and back. */
final class ContractNames {
  private ContractNames() {}

  static dev.clade.hub.v1.ArtifactKind of(ArtifactKind kind) {
    return switch (kind) {
      case MODEL -> dev.clade.hub.v1.ArtifactKind.ARTIFACT_KIND_MODEL;
      case DATASET -> dev.clade.hub.v1.ArtifactKind.ARTIFACT_KIND_DATASET;
      case SPACE -> dev.clade.hub.v1.ArtifactKind.ARTIFACT_KIND_SPACE;
      case PAPER -> dev.clade.hub.v1.ArtifactKind.ARTIFACT_KIND_PAPER;
    };
  }

  /** Returns the kind, or nothing for one that is not given or newer than this server. */
  static Optional<ArtifactKind> read(dev.clade.hub.v1.ArtifactKind kind) {
    return switch (kind) {
      case ARTIFACT_KIND_MODEL -> Optional.of(ArtifactKind.MODEL);
      case ARTIFACT_KIND_DATASET -> Optional.of(ArtifactKind.DATASET);
      case ARTIFACT_KIND_SPACE -> Optional.of(ArtifactKind.SPACE);
      case ARTIFACT_KIND_PAPER -> Optional.of(ArtifactKind.PAPER);
      case ARTIFACT_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  static dev.clade.hub.v1.Availability of(Availability availability) {
    return switch (availability) {
      case UNKNOWN -> dev.clade.hub.v1.Availability.AVAILABILITY_UNSPECIFIED;
      case PUBLIC -> dev.clade.hub.v1.Availability.AVAILABILITY_PUBLIC;
      case GATED -> dev.clade.hub.v1.Availability.AVAILABILITY_GATED;
      case WITHHELD -> dev.clade.hub.v1.Availability.AVAILABILITY_WITHHELD;
      case DELETED -> dev.clade.hub.v1.Availability.AVAILABILITY_DELETED;
    };
  }

  static dev.clade.hub.v1.RelationType of(RelationType type) {
    return switch (type) {
      case FINETUNE -> dev.clade.hub.v1.RelationType.RELATION_TYPE_FINETUNE;
      case ADAPTER -> dev.clade.hub.v1.RelationType.RELATION_TYPE_ADAPTER;
      case QUANTIZED -> dev.clade.hub.v1.RelationType.RELATION_TYPE_QUANTIZED;
      case MERGE -> dev.clade.hub.v1.RelationType.RELATION_TYPE_MERGE;
      case UNSPECIFIED_DERIVATION ->
          dev.clade.hub.v1.RelationType.RELATION_TYPE_UNSPECIFIED_DERIVATION;
      case TRAINED_ON -> dev.clade.hub.v1.RelationType.RELATION_TYPE_TRAINED_ON;
      case USED_IN -> dev.clade.hub.v1.RelationType.RELATION_TYPE_USED_IN;
      case PAPER -> dev.clade.hub.v1.RelationType.RELATION_TYPE_PAPER;
    };
  }

  /** Returns the type, or nothing for one that is not given or newer than this server. */
  static Optional<RelationType> read(dev.clade.hub.v1.RelationType type) {
    return switch (type) {
      case RELATION_TYPE_FINETUNE -> Optional.of(RelationType.FINETUNE);
      case RELATION_TYPE_ADAPTER -> Optional.of(RelationType.ADAPTER);
      case RELATION_TYPE_QUANTIZED -> Optional.of(RelationType.QUANTIZED);
      case RELATION_TYPE_MERGE -> Optional.of(RelationType.MERGE);
      case RELATION_TYPE_UNSPECIFIED_DERIVATION -> Optional.of(RelationType.UNSPECIFIED_DERIVATION);
      case RELATION_TYPE_TRAINED_ON -> Optional.of(RelationType.TRAINED_ON);
      case RELATION_TYPE_USED_IN -> Optional.of(RelationType.USED_IN);
      case RELATION_TYPE_PAPER -> Optional.of(RelationType.PAPER);
      case RELATION_TYPE_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  static dev.clade.hub.v1.RelationOrigin of(RelationOrigin origin) {
    return switch (origin) {
      case DECLARED -> dev.clade.hub.v1.RelationOrigin.RELATION_ORIGIN_DECLARED;
      case INFERRED -> dev.clade.hub.v1.RelationOrigin.RELATION_ORIGIN_INFERRED;
    };
  }

  /** Returns the origin, or nothing for one that is not given or newer than this server. */
  static Optional<RelationOrigin> read(dev.clade.hub.v1.RelationOrigin origin) {
    return switch (origin) {
      case RELATION_ORIGIN_DECLARED -> Optional.of(RelationOrigin.DECLARED);
      case RELATION_ORIGIN_INFERRED -> Optional.of(RelationOrigin.INFERRED);
      case RELATION_ORIGIN_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
    };
  }

  /** Returns the availability, unknown for one that is not given or newer than this server. */
  static Availability read(dev.clade.hub.v1.Availability availability) {
    return switch (availability) {
      case AVAILABILITY_PUBLIC, AVAILABILITY_RENAMED -> Availability.PUBLIC;
      case AVAILABILITY_GATED -> Availability.GATED;
      case AVAILABILITY_WITHHELD -> Availability.WITHHELD;
      case AVAILABILITY_DELETED -> Availability.DELETED;
      case AVAILABILITY_UNSPECIFIED, UNRECOGNIZED -> Availability.UNKNOWN;
    };
  }
}
