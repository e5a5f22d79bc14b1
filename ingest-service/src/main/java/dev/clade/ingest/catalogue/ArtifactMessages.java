package dev.clade.ingest.catalogue;

import com.google.protobuf.Timestamp;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.Relation;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import dev.clade.ingest.store.StoredArtifact;
import java.time.Instant;
import java.util.List;

/** Maps stored artifacts to the hub vocabulary. */
public final class ArtifactMessages {
  private ArtifactMessages() {}

  /** Returns the message of an artifact. */
  public static Artifact of(StoredArtifact stored) {
    dev.clade.ingest.artifact.Artifact artifact = stored.artifact();
    Artifact.Builder message =
        Artifact.newBuilder()
            .setName(artifact.name())
            .setKind(kind(artifact.name()))
            .setAuthor(author(artifact.name()))
            .setDownloadCount(artifact.downloadCount())
            .setLikeCount(artifact.likeCount())
            .setTask(artifact.task())
            .setLibrary(artifact.library())
            .addAllLicenses(artifact.licenses())
            .addAllLanguages(artifact.languages())
            .addAllTags(artifact.tags())
            .addAllRelations(relations(artifact.relations()))
            .setSequence(stored.sequence())
            .setUpdateTime(timestamp(stored.updateTime()))
            .setImport("imports/" + stored.importId());
    if (artifact.createTime() != null) {
      message.setCreateTime(timestamp(artifact.createTime()));
    }
    return message.build();
  }

  /** Returns the message of a time. */
  public static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  private static ArtifactKind kind(String name) {
    return switch (name.substring(0, name.indexOf('/'))) {
      case "models" -> ArtifactKind.ARTIFACT_KIND_MODEL;
      case "datasets" -> ArtifactKind.ARTIFACT_KIND_DATASET;
      case "spaces" -> ArtifactKind.ARTIFACT_KIND_SPACE;
      case "papers" -> ArtifactKind.ARTIFACT_KIND_PAPER;
      default -> throw new IllegalArgumentException("no kind has the name " + name);
    };
  }

  private static String author(String name) {
    int start = name.indexOf('/') + 1;
    int slash = name.indexOf('/', start);
    return slash < 0 ? "" : name.substring(start, slash);
  }

  private static List<Relation> relations(List<dev.clade.ingest.artifact.Relation> relations) {
    return relations.stream()
        .map(
            relation ->
                Relation.newBuilder()
                    .setType(RelationType.forNumber(relation.type().code()))
                    .setUpstream(relation.upstream())
                    .setOrigin(RelationOrigin.RELATION_ORIGIN_DECLARED)
                    .build())
        .toList();
  }
}
