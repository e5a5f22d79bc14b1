package dev.clade.lineage.server.grpc;

import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.Relation;
import dev.clade.ingest.v1.StreamChangesResponse;
import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.RelationOrigin;
import dev.clade.lineage.graph.RelationType;
import dev.clade.lineage.graph.attribute.Attributes;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.record.ArtifactRecord;
import dev.clade.lineage.graph.record.Declaration;
import dev.clade.lineage.server.feed.ChangeBatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the feed's messages. What this version cannot read, such as a relation of a type that came
 * later, is left out: it must not stop what follows.
 */
final class FeedMessages {
  /** The end of year 9999, beyond which the contract's times do not go. */
  private static final long LATEST_SECOND = 253_402_300_799L;

  private FeedMessages() {}

  static ChangeBatch batch(StreamChangesResponse message) {
    List<ArtifactRecord> records =
        message.getChangesList().stream()
            .map(change -> record(change.getArtifact()))
            .flatMap(Optional::stream)
            .toList();
    int count = message.getChangesCount();
    long last = count == 0 ? 0 : message.getChanges(count - 1).getSequence();
    return new ChangeBatch(records, last, message.getHeadSequence(), message.getTraceparent());
  }

  private static Optional<ArtifactRecord> record(Artifact artifact) {
    return ArtifactName.parse(artifact.getName())
        .map(
            name ->
                new ArtifactRecord(
                    name,
                    artifact.getRelationsList().stream()
                        .map(FeedMessages::declaration)
                        .flatMap(Optional::stream)
                        .toList(),
                    attributes(artifact),
                    artifact.getAliasesList().stream()
                        .map(ArtifactName::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                    !artifact.getRenamedTo().isEmpty()));
  }

  private static Attributes attributes(Artifact artifact) {
    return new Attributes(
        new Profile(
            artifact.getTask(),
            artifact.getLibrary(),
            artifact.getLicensesList(),
            artifact.getLanguagesList(),
            ContractNames.read(artifact.getAvailability())),
        createTime(artifact));
  }

  private static Optional<Instant> createTime(Artifact artifact) {
    long seconds = artifact.getCreateTime().getSeconds();
    return seconds > 0 && seconds <= LATEST_SECOND
        ? Optional.of(Instant.ofEpochSecond(seconds))
        : Optional.empty();
  }

  private static Optional<Declaration> declaration(Relation relation) {
    Optional<RelationType> type = ContractNames.read(relation.getType());
    Optional<RelationOrigin> origin = ContractNames.read(relation.getOrigin());
    Optional<ArtifactName> upstream = ArtifactName.parse(relation.getUpstream());
    return type.isPresent() && origin.isPresent() && upstream.isPresent()
        ? Optional.of(new Declaration(type.get(), origin.get(), upstream.get()))
        : Optional.empty();
  }
}
