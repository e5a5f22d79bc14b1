package dev.clade.ingest.store;

import dev.clade.ingest.artifact.Artifact;
import java.nio.ByteBuffer;

/**
 * An artifact as it goes into the database, encoded beforehand so that the transaction which holds
 * the feed's lock only sends bytes.
 */
public final class ArtifactRow {
  /** Columns of the row, in the order of its image. */
  static final String COLUMNS =
      """
      sequence, name, create_time, download_count, like_count, task, library, licenses, languages, \
      tags, relations, hub_id, modify_time, revision, availability, availability_time, aliases, \
      renamed_to, parameter_count, formats, files, card_data, wire_bytes, content_hash, source, \
      snapshot_time, import_id""";

  static final int COLUMN_COUNT = 27;

  /** Place of the sequence in the image: after the number of columns and its own length. */
  static final int SEQUENCE_PLACE = Short.BYTES + Integer.BYTES;

  private final Artifact artifact;
  private final ContentHash contentHash;
  private final byte[] image;

  ArtifactRow(Artifact artifact, ContentHash contentHash, byte[] image) {
    this.artifact = artifact;
    this.contentHash = contentHash;
    this.image = image;
  }

  Artifact artifact() {
    return artifact;
  }

  String name() {
    return artifact.name();
  }

  /** Returns the hash of the record that brought the row. */
  ContentHash contentHash() {
    return contentHash;
  }

  int relationCount() {
    return artifact.relations().size();
  }

  /** Returns the row in binary COPY format, at a place of the feed. */
  byte[] imageAt(long sequence) {
    ByteBuffer.wrap(image).putLong(SEQUENCE_PLACE, sequence);
    return image;
  }
}
