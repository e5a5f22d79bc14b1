package dev.clade.local.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-1 as Git and the hub use it, to name contents. */
final class GitHash {
  /** Characters of the hash that the hub writes into an ETag. */
  private static final int TAG_LENGTH = 27;

  private GitHash() {}

  /** Returns the hash of a text, 40 digits, which stands for a commit or a file nobody recorded. */
  static String ofText(String text) {
    return HexFormat.of().formatHex(sha1().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the name under which Git keeps a file of this content, 40 digits. */
  static String ofFile(byte[] content) {
    MessageDigest digest = sha1();
    digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(content));
  }

  /** Returns the weak ETag of an API answer: its length in hexadecimal digits and its hash. */
  static String weakTag(byte[] body) {
    String hash = Base64.getEncoder().encodeToString(sha1().digest(body)).substring(0, TAG_LENGTH);
    return "W/\"%x-%s\"".formatted(body.length, hash);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }
}
