package dev.clade.local.bench.hub;

import com.google.protobuf.Timestamp;
import dev.clade.hub.v1.Artifact;
import dev.clade.hub.v1.ArtifactKind;
import dev.clade.hub.v1.Availability;
import dev.clade.hub.v1.Relation;
import dev.clade.hub.v1.RelationOrigin;
import dev.clade.hub.v1.RelationType;
import dev.clade.lineage.graph.attribute.Profile;
import dev.clade.lineage.graph.record.ArtifactRecord;

/** Writes records as the feed has them. */
final class ArtifactMessages {
  private ArtifactMessages() {}

  static Artifact of(ArtifactRecord artifact, long sequence) {
    Profile profile = artifact.attributes().profile();
    Artifact.Builder message =
        Artifact.newBuilder()
            .setName(artifact.name().toString())
            .setKind(ArtifactKind.valueOf("ARTIFACT_KIND_" + artifact.name().kind()))
            .setAuthor(artifact.name().owner())
            .setTask(profile.task())
            .setLibrary(profile.library())
            .addAllLicenses(profile.licenses())
            .addAllLanguages(profile.languages())
            .setAvailability(Availability.AVAILABILITY_PUBLIC)
            .setSequence(sequence);
    artifact
        .attributes()
        .createTime()
        .map(time -> Timestamp.newBuilder().setSeconds(time.getEpochSecond()))
        .ifPresent(message::setCreateTime);
    artifact
        .declarations()
        .forEach(
            each ->
                message.addRelations(
                    Relation.newBuilder()
                        .setType(type(each.type()))
                        .setUpstream(each.upstream().toString())
                        .setOrigin(RelationOrigin.RELATION_ORIGIN_DECLARED)));
    return message.build();
  }

  /** Returns the contract's name of a type of relations. */
  static RelationType type(dev.clade.lineage.graph.RelationType type) {
    return RelationType.valueOf("RELATION_TYPE_" + type);
  }
}
