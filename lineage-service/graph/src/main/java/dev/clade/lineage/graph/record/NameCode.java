package dev.clade.lineage.graph.record;

import dev.clade.lineage.graph.ArtifactKind;
import dev.clade.lineage.graph.ArtifactName;
import java.nio.charset.StandardCharsets;

/**
 * How names are kept: the first letter of the collection, then the identifier in UTF-8.
 *
 * <p>The collections begin with different letters in the order of their names, so codes compare
 * byte by byte as resource names do, in the order of code points.
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

  /** Lower case of ASCII letters. Hub identifiers have no others; those would stay as they are. */
  static int fold(byte character) {
    return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character & 0xff;
  }

  private static byte letter(ArtifactKind kind) {
    return (byte) kind.collection().charAt(0);
  }
}
