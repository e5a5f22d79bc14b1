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
 * @param scope what of a hub is to be read; empty when the reader is to choose, and for a file
 * @param snapshotTime when the source looked as it is read
 */
public record ImportSource(
    String lane,
    Optional<UUID> uploadId,
    Optional<FileFormat> format,
    Optional<ArtifactKind> kind,
    Optional<String> scope,
    Instant snapshotTime) {

  /** The lane of files. */
  public static final String FILES = "file";

  private static final String HUB = "hub/";

  /** Returns the source that a file is. */
  public static ImportSource file(
      UUID uploadId, Optional<FileFormat> format, ArtifactKind kind, Instant snapshotTime) {
    return new ImportSource(
        FILES, Optional.of(uploadId), format, Optional.of(kind), Optional.empty(), snapshotTime);
  }

  /** Returns the source that a hub is. */
  public static ImportSource hub(String name, Optional<String> scope, Instant snapshotTime) {
    return new ImportSource(
        laneOfHub(name), Optional.empty(), Optional.empty(), Optional.empty(), scope, snapshotTime);
  }

  /** Returns the lane of a hub. */
  public static String laneOfHub(String name) {
    return HUB + name;
  }
}
