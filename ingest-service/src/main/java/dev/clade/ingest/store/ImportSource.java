package dev.clade.ingest.store;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.format.FileFormat;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What an import reads, as it was asked for.
 *
 * @param lane the files, {@link #FILES}, or a hub
 * @param uploadId the file; empty for a hub
 * @param format format asked for; empty when it was told from the file's name, and for a hub
 * @param kind what the file's records describe; empty for a hub
 * @param snapshotTime when the source looked as it is read
 */
public record ImportSource(
    String lane,
    Optional<UUID> uploadId,
    Optional<FileFormat> format,
    Optional<ArtifactKind> kind,
    Instant snapshotTime) {

  /** The lane of files. */
  public static final String FILES = "file";
}
