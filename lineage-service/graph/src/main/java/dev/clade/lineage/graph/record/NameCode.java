package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How names are kept: the first letter of the collection, then the identifier in UTF-8.
 *
 * <p>The collections begin with different letters in the order of their names, so codes compare
 * byte by byte as resource names do. They are ordered regardless of the case of ASCII letters, and
 * those that differ only in case by their bytes.
 */
final class NameCode {
  private static final ArtifactKind[] KINDS = ArtifactKind.values();

  private NameCode() {}

  static byte[] of(ArtifactName name) {
    byte[] id = name.id().getBytes(StandardCharsets.UTF_8);
    byte[] code = new byte[id.length + 1];
    code[0] = letter(name.kind());
    System.arraycopy(id, 0, code, 1, id.length);
    return code;
  }

  static ArtifactName name(byte[] bytes, int start, int length) {
    String id = new String(bytes, start + 1, length - 1, StandardCharsets.UTF_8);
    return new ArtifactName(kind(bytes[start]), id);
  }

  static ArtifactKind kind(byte letter) {
    for (ArtifactKind kind : KINDS) {
      if (letter(kind) == letter) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no collection begins with byte " + letter);
  }

  static byte letter(ArtifactKind kind) {
    return (byte) kind.collection().charAt(0);
  }

  /** Compares two codes, from a start up to an end each, in their order. */
  static int compare(
      byte[] left, int leftStart, int leftEnd, byte[] right, int rightStart, int rightEnd) {
    int folded = compareFolded(left, leftStart, leftEnd, right, rightStart, rightEnd);
    return folded == 0
        ? Arrays.compareUnsigned(left, leftStart, leftEnd, right, rightStart, rightEnd)
        : folded;
  }

  /** Compares two codes regardless of case. */
  static int compareFolded(
      byte[] left, int leftStart, int leftEnd, byte[] right, int rightStart, int rightEnd) {
    int common = Math.min(leftEnd - leftStart, rightEnd - rightStart);
    int same = Arrays.mismatch(left, leftStart, leftEnd, right, rightStart, rightEnd);
    for (int i = same < 0 ? common : same; i < common; i++) {
      int difference = fold(left[leftStart + i]) - fold(right[rightStart + i]);
      if (difference != 0) {
        return difference;
      }
    }
    return (leftEnd - leftStart) - (rightEnd - rightStart);
  }

  /** Lower case of ASCII letters. Hub identifiers have no others; those would stay as they are. */
  private static int fold(byte character) {
    return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character & 0xff;
  }
}
