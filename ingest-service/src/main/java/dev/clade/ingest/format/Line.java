package dev.clade.ingest.format;

import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;

/**
 * A line of a file.
 *
 * @param number place in the file, counted from 1
 * @param bytes the line without its terminator; of a line longer than the limit only its beginning
 * @param size bytes that the line has in the file, its line feed not counted
 * @param complete whether {@code bytes} is the whole line
 */
public record Line(long number, byte[] bytes, long size, boolean complete) {

  /** Returns whether the line says nothing. */
  public boolean isBlank() {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  /**
   * Refuses a line that is not whole.
   *
   * @param longest most bytes of a record
   */
  void requireWhole(int longest) throws RefusedRecordException {
    if (!complete) {
      throw new RefusedRecordException(
          QuarantineReason.LINE_TOO_LONG,
          "the record must have at most %,d bytes; it has %,d".formatted(longest, size));
    }
  }
}
