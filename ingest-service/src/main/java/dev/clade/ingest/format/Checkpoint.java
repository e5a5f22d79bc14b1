package dev.clade.ingest.format;

/**
 * How far a file was read: always at the end of a line.
 *
 * @param line lines read
 * @param offset bytes read, after decompression
 */
public record Checkpoint(long line, long offset) {
  /** Where reading starts. */
  public static final Checkpoint START = new Checkpoint(0, 0);

  /** Reads what {@link #toText} wrote; empty is {@link #START}. */
  public static Checkpoint ofText(String text) {
    if (text.isEmpty()) {
      return START;
    }
    int comma = text.indexOf(',');
    return new Checkpoint(
        Long.parseLong(text, 0, comma, 10), Long.parseLong(text, comma + 1, text.length(), 10));
  }

  /** Returns the text that an import stores. */
  public String toText() {
    return line + "," + offset;
  }
}
