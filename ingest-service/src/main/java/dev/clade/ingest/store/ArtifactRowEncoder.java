package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Availability;
import dev.clade.ingest.artifact.Content;
import dev.clade.ingest.artifact.HubState;
import dev.clade.ingest.artifact.Provenance;
import dev.clade.ingest.artifact.Relation;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/** Encodes the artifacts of one source's snapshot. Not for use by several threads. */
public final class ArtifactRowEncoder {
  private final UUID importId;
  private final Provenance provenance;
  private final BinaryRow row = new BinaryRow();
  private final MessageDigest digest = Sha256.digest();

  /** Encodes for an import. */
  public ArtifactRowEncoder(UUID importId, Provenance provenance) {
    this.importId = importId;
    this.provenance = provenance;
  }

  /** Returns where the records come from. */
  Provenance provenance() {
    return provenance;
  }

  /** Returns the row of an artifact that the catalogue does not have. */
  public ArtifactRow encode(Artifact artifact) {
    return encode(artifact, null);
  }

  /**
   * Returns the row of an artifact.
   *
   * @param recordHash hash of the record that brought it; null when it is the record
   */
  ArtifactRow encode(Artifact artifact, ContentHash recordHash) {
    List<Relation> relations = artifact.relations();
    HubState hub = artifact.hub();
    Content content = artifact.content();
    row.begin(ArtifactRow.COLUMN_COUNT).putBigint(0);
    int declared = row.size();
    row.putText(artifact.name())
        .putTime(artifact.createTime())
        .putBigint(artifact.downloadCount())
        .putBigint(artifact.likeCount())
        .putText(artifact.task())
        .putText(artifact.library())
        .putJoined(artifact.licenses())
        .putJoined(artifact.languages())
        .putJoined(artifact.tags())
        .putJoined(relations.stream().map(Joined::entryOf).toList())
        .putText(hub.hubId())
        .putTime(hub.modifyTime())
        .putText(hub.revision())
        .putSmallint(shown(hub.availability()).code())
        .putTime(hub.availabilityTime())
        .putJoined(hub.aliases())
        .putText(hub.renamedTo())
        .putBigint(content.parameterCount())
        .putJoined(content.formats())
        .putJoined(content.files())
        .putText(content.cardData());
    int wireBytes = row.size() - declared;
    ContentHash hash = recordHash;
    if (hash == null) {
      row.digest(digest, declared);
      hash = ContentHash.of(digest.digest());
    }
    row.putInteger(wireBytes)
        .putBytes(hash.bytes())
        .putText(provenance.source())
        .putTime(provenance.snapshotTime())
        .putUuid(importId);
    return new ArtifactRow(artifact, hash, row.bytes());
  }

  /** A record that tells nothing about it still shows that everybody can see the artifact. */
  private static Availability shown(Availability told) {
    return told == Availability.UNKNOWN ? Availability.PUBLIC : told;
  }
}
