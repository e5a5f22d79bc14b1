package dev.clade.runtime.cache;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A value as it lies in Redis: the message's bytes after a header that tells whether they are whole
 * and when to renew them.
 *
 * @param freshness when to renew it
 * @param message the message's bytes
 */
record CacheEntry(Freshness freshness, ByteString message) {
  private static final int HEADER_BYTES = 2 * Long.BYTES + Integer.BYTES;

  /** Returns the bytes to store. */
  byte[] encode() {
    return ByteBuffer.allocate(HEADER_BYTES + message.size())
        .putInt(checksum(freshness, message))
        .putLong(freshness.expiryMillis())
        .putLong(freshness.computeMillis())
        .put(message.asReadOnlyByteBuffer())
        .array();
  }

  /** Returns the entry that {@link #encode} wrote, or nothing when the bytes are anything else. */
  static Optional<CacheEntry> decode(byte[] bytes) {
    if (bytes.length < HEADER_BYTES) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int checksum = buffer.getInt();
    Freshness freshness = new Freshness(buffer.getLong(), buffer.getLong());
    ByteString message = ByteString.copyFrom(buffer);
    return checksum == checksum(freshness, message)
        ? Optional.of(new CacheEntry(freshness, message))
        : Optional.empty();
  }

  private static int checksum(Freshness freshness, ByteString message) {
    CRC32C checksum = new CRC32C();
    checksum.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(freshness.expiryMillis())
            .putLong(freshness.computeMillis())
            .flip());
    checksum.update(message.asReadOnlyByteBuffer());
    return (int) checksum.getValue();
  }
}
