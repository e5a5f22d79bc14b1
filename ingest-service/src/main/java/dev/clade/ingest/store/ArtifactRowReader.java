package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Relation;
import dev.clade.ingest.artifact.RelationType;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads rows of artifacts; columns are read by place, which costs least. */
final class ArtifactRowReader {
  private static final String COLUMNS =
      """
      sequence, name, create_time, download_count, like_count, task, library, licenses, \
      relation_types, relation_upstreams, update_time, import_id, %s, %s""";

  private ArtifactRowReader() {}

  /** Returns the columns to select, in the order in which {@link #read} expects them. */
  static String columns(Detail detail) {
    return switch (detail) {
      case BASIC -> COLUMNS.formatted("NULL::text[] AS languages", "NULL::text[] AS tags");
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
            texts(row.getArrayOfStrings(7)),
            texts(row.getArrayOfStrings(12)),
            texts(row.getArrayOfStrings(13)),
            relations(row.getArrayOfShorts(8), row.getArrayOfStrings(9)));
    return new StoredArtifact(
        artifact, row.getLong(0), row.getOffsetDateTime(10).toInstant(), row.getUUID(11));
  }

  private static Instant instant(OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  private static List<String> texts(String[] stored) {
    return stored == null ? List.of() : List.of(stored);
  }

  private static List<Relation> relations(Short[] types, String[] upstreams) {
    if (types == null) {
      return List.of();
    }
    List<Relation> relations = new ArrayList<>(types.length);
    for (int i = 0; i < types.length; i++) {
      relations.add(new Relation(RelationType.ofCode(types[i]), upstreams[i]));
    }
    return relations;
  }
}
