package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.Relation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;

/** Encodes the artifacts of one import. Not for use by several threads. */
public final class ArtifactRowEncoder {
  private final UUID importId;
  private final BinaryRow row = new BinaryRow();
  private final MessageDigest digest;

  /** Encodes for an import. */
  public ArtifactRowEncoder(UUID importId) {
    this.importId = importId;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Returns the row of an artifact. */
  public ArtifactRow encode(Artifact artifact) {
    List<Relation> relations = artifact.relations();
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
        .putJoined(relations.stream().map(Joined::entryOf).toList());
    row.digest(digest, declared);
    ContentHash contentHash = ContentHash.of(digest.digest());
    row.putInteger(row.size() - declared).putBytes(contentHash.bytes()).putUuid(importId);
    return new ArtifactRow(artifact.name(), contentHash, relations.size(), row.bytes());
  }
}
