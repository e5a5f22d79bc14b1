package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads rows of artifacts; columns are read by place, which costs least. */
final class ArtifactRowReader {
  private static final String COLUMNS =
      """
      sequence, name, create_time, download_count, like_count, task, library, licenses, \
      relations, update_time, import_id, %s, %s""";

  private ArtifactRowReader() {}

  /** Returns the columns to select, in the order in which {@link #read} expects them. */
  static String columns(Detail detail) {
    return switch (detail) {
      case BASIC -> COLUMNS.formatted("'' AS languages", "'' AS tags");
      case FULL -> COLUMNS.formatted("languages", "tags");
    };
  }

  static StoredArtifact read(Row row) {
    Artifact artifact =
        new Artifact(
            row.getString(1),
            instant(row.getOffsetDateTime(2)),
            row.getLong(3),
            row.getLong(4),
            row.getString(5),
            row.getString(6),
            Joined.split(row.getString(7)),
            Joined.split(row.getString(11)),
            Joined.split(row.getString(12)),
            Joined.split(row.getString(8)).stream().map(Joined::relationOf).toList());
    return new StoredArtifact(
        artifact, row.getLong(0), row.getOffsetDateTime(9).toInstant(), row.getUUID(10));
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
