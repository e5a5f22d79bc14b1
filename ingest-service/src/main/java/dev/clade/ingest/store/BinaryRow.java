package dev.clade.ingest.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Writes the fields of one row in PostgreSQL's binary COPY format. */
final class BinaryRow {
  private static final int NULL_LENGTH = -1;
  private static final long EPOCH_MICROS = 946_684_800_000_000L;

  private ByteBuffer buffer = ByteBuffer.allocate(4096);

  BinaryRow begin(int columns) {
    buffer.clear();
    buffer.putShort((short) columns);
    return this;
  }

  int size() {
    return buffer.position();
  }

  byte[] bytes() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  /** Digests what was written from a position on. */
  void digest(MessageDigest digest, int from) {
    digest.update(buffer.array(), from, buffer.position() - from);
  }

  BinaryRow putBigint(long value) {
    room(12).putInt(Long.BYTES).putLong(value);
    return this;
  }

  BinaryRow putSmallint(short value) {
    room(6).putInt(Short.BYTES).putShort(value);
    return this;
  }

  BinaryRow putInteger(int value) {
    room(8).putInt(Integer.BYTES).putInt(value);
    return this;
  }

  BinaryRow putText(String text) {
    return putBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  BinaryRow putBytes(byte[] bytes) {
    room(4 + bytes.length).putInt(bytes.length).put(bytes);
    return this;
  }

  BinaryRow putUuid(UUID uuid) {
    room(20).putInt(16).putLong(uuid.getMostSignificantBits());
    buffer.putLong(uuid.getLeastSignificantBits());
    return this;
  }

  /** Writes a time, or NULL for null. */
  BinaryRow putTime(Instant time) {
    if (time == null) {
      room(4).putInt(NULL_LENGTH);
      return this;
    }
    long micros = Math.multiplyExact(time.getEpochSecond(), 1_000_000L) + time.getNano() / 1_000;
    return putBigint(micros - EPOCH_MICROS);
  }

  /** Writes texts as one, joined by {@link Joined#SEPARATOR}. */
  BinaryRow putJoined(List<String> texts) {
    int start = size();
    room(4).putInt(0);
    for (int i = 0; i < texts.size(); i++) {
      byte[] text = texts.get(i).getBytes(StandardCharsets.UTF_8);
      room(1 + text.length);
      if (i > 0) {
        buffer.put((byte) Joined.SEPARATOR);
      }
      buffer.put(text);
    }
    buffer.putInt(start, size() - start - Integer.BYTES);
    return this;
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int capacity = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
      buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
    }
    return buffer;
  }
}
