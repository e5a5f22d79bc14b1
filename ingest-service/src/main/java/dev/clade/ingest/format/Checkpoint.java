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
}
