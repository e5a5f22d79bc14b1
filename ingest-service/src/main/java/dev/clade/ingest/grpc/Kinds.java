package dev.clade.ingest.grpc;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.List;
import java.util.Optional;

/** Maps the kinds that a request can name. */
final class Kinds {
  private Kinds() {}

  /**
   * Returns the kind that a request asks for; empty when it asks for none.
   *
   * @param field the request's field
   * @throws CladeException when it is none that a catalogue holds
   */
  static Optional<ArtifactKind> of(String field, dev.clade.hub.v1.ArtifactKind kind) {
    return switch (kind) {
      case ARTIFACT_KIND_UNSPECIFIED -> Optional.empty();
      case ARTIFACT_KIND_MODEL -> Optional.of(ArtifactKind.MODEL);
      case ARTIFACT_KIND_DATASET -> Optional.of(ArtifactKind.DATASET);
      case ARTIFACT_KIND_SPACE -> Optional.of(ArtifactKind.SPACE);
      case ARTIFACT_KIND_PAPER ->
          throw CladeException.invalidField(
              Reason.FIELD_UNKNOWN_VALUE, field, kind, "must be a model, dataset or space");
      case UNRECOGNIZED -> throw unknown(field);
    };
  }

  /**
   * Returns the kinds that a request lists.
   *
   * @param field the request's field
   * @throws CladeException when one is none that a catalogue holds
   */
  static List<ArtifactKind> each(String field, List<dev.clade.hub.v1.ArtifactKind> kinds) {
    return kinds.stream()
        .map(
            kind ->
                of(field, kind)
                    .orElseThrow(
                        () ->
                            CladeException.invalidField(
                                Reason.FIELD_UNKNOWN_VALUE,
                                field,
                                kind,
                                "must each be a model, dataset or space")))
        .toList();
  }

  /** Returns the failure of an enum's value that this version does not know. */
  static CladeException unknown(String field) {
    return CladeException.invalidField(
        Reason.FIELD_UNKNOWN_VALUE, field, "a number", "must be one of the contract's values");
  }
}
