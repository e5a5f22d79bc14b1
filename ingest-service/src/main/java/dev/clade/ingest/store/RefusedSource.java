package dev.clade.ingest.store;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.Provenance;
import dev.clade.ingest.format.FileFormat;
import java.util.Optional;

/**
 * What refused records were read from.
 *
 * @param format format of the file; null for a hub
 * @param kind what the records describe; null for a hub
 * @param header header line of a table; null when there is none or it was not kept
 */
public record RefusedSource(
    FileFormat format, ArtifactKind kind, byte[] header, Provenance provenance) {

  /** Returns this source, of records of a kind of their own, if they have one. */
  RefusedSource of(Optional<ArtifactKind> own) {
    return new RefusedSource(format, own.orElse(kind), header, provenance);
  }
}
