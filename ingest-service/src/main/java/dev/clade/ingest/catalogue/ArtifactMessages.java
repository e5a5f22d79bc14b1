package dev.clade.ingest.catalogue;

import com.google.protobuf.Timestamp;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.Provenance;
import dev.clade.hub.v1.Relation;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import dev.clade.ingest.artifact.Content;
import dev.clade.ingest.artifact.HubState;
import dev.clade.ingest.store.StoredArtifact;
import dev.clade.ingest.store.StoredVersion;
import dev.clade.runtime.grpc.Times;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Maps stored artifacts to the hub vocabulary. */
public final class ArtifactMessages {
  private ArtifactMessages() {}

  /** Returns the message of an artifact. */
  public static Artifact of(StoredArtifact stored) {
    Provenance provenance = provenance(stored.provenance());
    return of(stored.artifact(), provenance)
        .setProvenance(provenance)
        .setSequence(stored.sequence())
        .setUpdateTime(Times.timestamp(stored.updateTime()))
        .setImport("imports/" + stored.importId())
        .build();
  }

  /** Returns the message of what an artifact said before, without its counts. */
  public static Artifact of(StoredVersion version) {
    Provenance provenance = Provenance.newBuilder().setSource(version.source()).build();
    return of(version.artifact(), provenance)
        .setProvenance(provenance)
        .setSequence(version.sequence())
        .build();
  }

  /** Returns the message of what an artifact declares. */
  private static Artifact.Builder of(
      dev.clade.ingest.artifact.Artifact artifact, Provenance provenance) {
    HubState hub = artifact.hub();
    Content content = artifact.content();
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
            .addAllRelations(relations(artifact.relations(), provenance))
            .setHubId(hub.hubId())
            .setRevision(hub.revision())
            .setAvailabilityValue(hub.availability().code())
            .addAllAliases(hub.aliases())
            .setRenamedTo(hub.renamedTo())
            .setParameterCount(content.parameterCount())
            .addAllFormats(content.formats())
            .addAllFiles(content.files())
            .setCardData(content.cardData());
    set(artifact.createTime(), message::setCreateTime);
    set(hub.modifyTime(), message::setModifyTime);
    set(hub.availabilityTime(), message::setAvailabilityTime);
    return message;
  }

  /** Returns the message of where a record comes from. */
  public static Provenance provenance(dev.clade.ingest.artifact.Provenance provenance) {
    Provenance.Builder message = Provenance.newBuilder().setSource(provenance.source());
    // Rows older than the column have no time.
    if (provenance.snapshotTime().isAfter(Instant.EPOCH)) {
      message.setSnapshotTime(Times.timestamp(provenance.snapshotTime()));
    }
    return message.build();
  }

  private static void set(Instant time, Consumer<Timestamp> setter) {
    if (time != null) {
      setter.accept(Times.timestamp(time));
    }
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

  private static List<Relation> relations(
      List<dev.clade.ingest.artifact.Relation> relations, Provenance provenance) {
    return relations.stream()
        .map(
            relation ->
                Relation.newBuilder()
                    .setType(RelationType.forNumber(relation.type().code()))
                    .setUpstream(relation.upstream())
                    .setOrigin(RelationOrigin.RELATION_ORIGIN_DECLARED)
                    .setProvenance(provenance)
                    .build())
        .toList();
  }
}
