package dev.clade.ingest.format;

import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 strictly: what is malformed is refused and never replaced. */
final class Utf8 {
  private Utf8() {}

  static String decode(byte[] bytes) throws RefusedRecordException {
    if (isAscii(bytes)) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedRecordException(
          QuarantineReason.MALFORMED_UTF8, "the record must be UTF-8 throughout");
    }
  }

  private static boolean isAscii(byte[] bytes) {
    byte all = 0;
    for (byte b : bytes) {
      all |= b;
    }
    return all >= 0;
  }
}
