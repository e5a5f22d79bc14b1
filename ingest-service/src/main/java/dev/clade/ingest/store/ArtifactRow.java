package dev.clade.ingest.store;

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
      tags, relations, wire_bytes, content_hash, import_id""";

  static final int COLUMN_COUNT = 14;

  /** Place of the sequence in the image: after the number of columns and its own length. */
  static final int SEQUENCE_PLACE = Short.BYTES + Integer.BYTES;

  private final String name;
  private final ContentHash contentHash;
  private final int relationCount;
  private final byte[] image;

  ArtifactRow(String name, ContentHash contentHash, int relationCount, byte[] image) {
    this.name = name;
    this.contentHash = contentHash;
    this.relationCount = relationCount;
    this.image = image;
  }

  String name() {
    return name;
  }

  ContentHash contentHash() {
    return contentHash;
  }

  int relationCount() {
    return relationCount;
  }

  /** Returns the row in binary COPY format, at a place of the feed. */
  byte[] imageAt(long sequence) {
    ByteBuffer.wrap(image).putLong(SEQUENCE_PLACE, sequence);
    return image;
  }
}
