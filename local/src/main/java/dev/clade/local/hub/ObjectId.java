package dev.clade.local.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * The hub's own identifier of a repository, which survives a renaming: 24 hexadecimal digits, of
 * which the first eight are the second of its creation.
 *
 * @param seconds the first eight digits
 * @param rest the other sixteen
 */
public record ObjectId(int seconds, long rest) implements Comparable<ObjectId> {
  private static final int DIGITS = 24;
  private static final int SECONDS_DIGITS = 8;
  private static final Comparator<ObjectId> ORDER =
      Comparator.<ObjectId>comparingLong(id -> Integer.toUnsignedLong(id.seconds))
          .thenComparing(ObjectId::rest, Long::compareUnsigned);

  /**
   * Returns the identifier that is written so.
   *
   * @throws IllegalArgumentException when it is not 24 hexadecimal digits
   */
  public static ObjectId parse(String text) {
    if (text.length() != DIGITS) {
      throw new IllegalArgumentException("\"%s\" is not 24 hexadecimal digits".formatted(text));
    }
    return new ObjectId(
        HexFormat.fromHexDigits(text, 0, SECONDS_DIGITS),
        HexFormat.fromHexDigitsToLong(text, SECONDS_DIGITS, DIGITS));
  }

  /** Returns the identifier that a repository of this name and time of creation always gets. */
  static ObjectId derived(RepositoryKind kind, String id, Instant createdAt) {
    byte[] hash = sha256(kind.plural() + "/" + id);
    long rest = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      rest = rest << Byte.SIZE | Byte.toUnsignedInt(hash[i]);
    }
    return new ObjectId((int) createdAt.getEpochSecond(), rest);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public int compareTo(ObjectId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(seconds) + HexFormat.of().toHexDigits(rest);
  }
}
