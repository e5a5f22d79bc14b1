package dev.clade.embedding.token;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/** Hashes tokens to buckets, by MurmurHash3 for x86 with 32 bits over UTF-8 with seed 0. */
public final class TokenHash {
  /** Names the hash in what is kept beside features. */
  public static final String ID = "murmur3-x86-32/utf-8/0";

  private TokenHash() {}

  /**
   * Returns the bucket of a token.
   *
   * @param buckets how many there are, a power of two
   */
  public static int bucket(String token, int buckets) {
    byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
    return MurmurHash3.hash32x86(bytes, 0, bytes.length, 0) & (buckets - 1);
  }

  /** Returns the first half of the 128-bit hash, for texts that must not be mixed up. */
  public static long fingerprint(String text) {
    return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
  }
}
