package dev.clade.ingest.format;

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
}
