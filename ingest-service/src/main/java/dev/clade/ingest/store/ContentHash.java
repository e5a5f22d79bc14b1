package dev.clade.ingest.store;

import java.nio.ByteBuffer;

/**
 * What a record declares, in 128 bits of SHA-256: two records with the same hash say the same, even
 * if somebody tries to make them differ.
 */
record ContentHash(long high, long low) {

  static final int BYTES = 16;

  /** Reads the first 16 bytes. */
  static ContentHash of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new ContentHash(buffer.getLong(), buffer.getLong());
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
  }
}
