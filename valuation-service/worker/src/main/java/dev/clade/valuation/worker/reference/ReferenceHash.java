package dev.clade.valuation.worker.reference;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The identity of a reference model: what it is made of, hashed. */
final class ReferenceHash {
  /** Changes whenever the same weights would measure differently. */
  private static final String VERSION = "clade-reference-1";

  private ReferenceHash() {}

  static String of(List<Integer> widths, float[] weights) {
    ByteBuffer content =
        ByteBuffer.allocate((1 + widths.size()) * Integer.BYTES + weights.length * Float.BYTES);
    content.putInt(widths.size());
    widths.forEach(content::putInt);
    for (float weight : weights) {
      content.putInt(Float.floatToIntBits(weight));
    }
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(VERSION.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(sha.digest(content.array()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
