package dev.clade.ingest.format;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Splits a stream of bytes into lines without ever holding more of one than the limit. Lines end in
 * LF, CRLF or at the end of the stream.
 */
public final class LineReader {
  private static final int BUFFER_BYTES = 128 * 1024;

  private final InputStream input;
  private final int longestLine;
  private final int keptOfLonger;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int position;
  private int limit;
  private long number;
  private long offset;

  /**
   * Reads a stream from its beginning.
   *
   * @param longestLine most bytes of a line that is returned whole
   * @param keptOfLonger bytes returned of a longer line, at most {@code longestLine}
   */
  public LineReader(InputStream input, int longestLine, int keptOfLonger) {
    this.input = input;
    this.longestLine = longestLine;
    this.keptOfLonger = keptOfLonger;
  }

  /** Returns where reading stands: behind the last line returned and its line feed. */
  public Checkpoint checkpoint() {
    return new Checkpoint(number, offset);
  }

  /**
   * Passes over what lies before a checkpoint; does nothing when reading is further already.
   *
   * @param checkpoint one that an earlier reader of the same bytes returned
   * @throws EOFException when the stream is shorter than that
   */
  public void skipTo(Checkpoint checkpoint) throws IOException {
    if (offset >= checkpoint.offset()) {
      return;
    }
    while (offset < checkpoint.offset()) {
      if (position == limit && !fill()) {
        throw new EOFException("the stream ends before the checkpoint");
      }
      int step = (int) Math.min(limit - position, checkpoint.offset() - offset);
      position += step;
      offset += step;
    }
    number = checkpoint.line();
  }

  /**
   * Returns the next line, or null at the end.
   *
   * @throws IOException when the stream cannot be read on
   */
  public Line next() throws IOException {
    if (position == limit && !fill()) {
      return null;
    }
    int end = lineFeed();
    if (end < 0) {
      return longer();
    }
    int start = position;
    position = end + 1;
    offset += end - start + 1;
    return line(Arrays.copyOfRange(buffer, start, end), end - start);
  }

  /** Puts a line together that does not end within the buffer. */
  private Line longer() throws IOException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    long size = 0;
    boolean ended = false;
    do {
      int feed = lineFeed();
      ended = feed >= 0;
      int end = ended ? feed : limit;
      size += end - position;
      // One byte more than the longest line tells that a line is longer.
      kept.write(buffer, position, Math.min(end - position, longestLine + 1 - kept.size()));
      position = ended ? end + 1 : end;
    } while (!ended && fill());
    offset += ended ? size + 1 : size;
    return line(kept.toByteArray(), size);
  }

  private Line line(byte[] bytes, long size) {
    number++;
    if (size > longestLine) {
      return new Line(number, Arrays.copyOf(bytes, keptOfLonger), size, false);
    }
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    return new Line(
        number, carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes, size, true);
  }

  private int lineFeed() {
    for (int i = position; i < limit; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean fill() throws IOException {
    position = 0;
    limit = Math.max(0, input.read(buffer, 0, buffer.length));
    return limit > 0;
  }
}
