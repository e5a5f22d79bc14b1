package dev.clade.runtime.cache;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A value as it lies in Redis: the message's bytes after a header that tells whether they are whole
 * and when to renew them.
 *
 * @param expiryMillis when the value expires, in milliseconds since the epoch
 * @param computeMillis how long it took to compute
 * @param message the message's bytes
 */
record CacheEntry(long expiryMillis, long computeMillis, ByteString message) {
  private static final int HEADER_BYTES = 2 * Long.BYTES + Integer.BYTES;

  /** Returns the bytes to store. */
  byte[] encode() {
    return ByteBuffer.allocate(HEADER_BYTES + message.size())
        .putInt(checksum(expiryMillis, computeMillis, message))
        .putLong(expiryMillis)
        .putLong(computeMillis)
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
    long expiryMillis = buffer.getLong();
    long computeMillis = buffer.getLong();
    ByteString message = ByteString.copyFrom(buffer);
    return checksum == checksum(expiryMillis, computeMillis, message)
        ? Optional.of(new CacheEntry(expiryMillis, computeMillis, message))
        : Optional.empty();
  }

  /**
   * Returns whether this reader should renew the value now, so that it never expires while many
   * want it: {@code -beta * delta * ln(random) >= time left}, the XFetch rule of Vattani,
   * Chierichetti and Lowenstein, "Optimal probabilistic cache stampede prevention" (VLDB 2015).
   *
   * @param nowMillis the time, in milliseconds since the epoch
   * @param beta eagerness, at least 0
   * @param random drawn uniformly from (0, 1]
   */
  boolean isDue(long nowMillis, double beta, double random) {
    return -beta * computeMillis * Math.log(random) >= expiryMillis - nowMillis;
  }

  private static int checksum(long expiryMillis, long computeMillis, ByteString message) {
    CRC32C checksum = new CRC32C();
    checksum.update(
        ByteBuffer.allocate(2 * Long.BYTES).putLong(expiryMillis).putLong(computeMillis).flip());
    checksum.update(message.asReadOnlyByteBuffer());
    return (int) checksum.getValue();
  }
}
