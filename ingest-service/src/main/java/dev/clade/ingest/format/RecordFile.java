package dev.clade.ingest.format;

import com.google.common.io.CountingInputStream;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.HubRecord;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of records, open for reading. Compression by gzip is recognized by the first bytes, and a
 * byte order mark is passed over. Not for use by several threads.
 */
final class RecordFile implements Records {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final byte[] GZIP_MAGIC = {0x1f, (byte) 0x8b};
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final CountingInputStream stored;
  private final LineReader lines;
  private final Optional<byte[]> header;
  private final RecordParser parser;
  private final int longestLine;

  private RecordFile(
      CountingInputStream stored,
      LineReader lines,
      Optional<byte[]> header,
      RecordParser parser,
      int longestLine) {
    this.stored = stored;
    this.lines = lines;
    this.header = header;
    this.parser = parser;
    this.longestLine = longestLine;
  }

  /**
   * Opens a file at a checkpoint. Takes time in proportion to the bytes before it, for a compressed
   * file cannot be entered in the middle.
   *
   * @param longestLine most bytes of a record, at least {@link #KEPT_OF_LONGER_RECORD}; longer ones
   *     are handed out incomplete
   * @throws UnreadableFileException when the file does not fit the format
   */
  static RecordFile open(
      Path path, FileFormat format, ArtifactKind kind, int longestLine, Checkpoint checkpoint)
      throws IOException {
    CountingInputStream stored = new CountingInputStream(Files.newInputStream(path));
    try {
      InputStream content =
          without(BYTE_ORDER_MARK, decompressed(new PushbackInputStream(stored, 2)));
      LineReader lines = new LineReader(content, longestLine, KEPT_OF_LONGER_RECORD);
      Optional<byte[]> header =
          format == FileFormat.TSV ? Optional.of(header(lines)) : Optional.empty();
      RecordParser parser =
          header.isPresent() ? TsvParser.of(header.get(), kind) : RecordParser.ofJson(format, kind);
      lines.skipTo(checkpoint);
      return new RecordFile(stored, lines, header, parser, longestLine);
    } catch (IOException e) {
      stored.close();
      throw explained(e);
    }
  }

  /** Passes over blank lines. */
  @Override
  public Line next() throws IOException {
    try {
      Line line = lines.next();
      while (line != null && line.complete() && line.isBlank()) {
        line = lines.next();
      }
      return line;
    } catch (IOException e) {
      throw explained(e);
    }
  }

  @Override
  public HubRecord parse(Line line) throws RefusedRecordException {
    line.requireWhole(longestLine);
    return parser.parse(line.bytes());
  }

  @Override
  public Optional<byte[]> header() {
    return header;
  }

  @Override
  public String checkpoint() {
    return lines.checkpoint().toText();
  }

  /** A buffer ahead of the lines returned. */
  @Override
  public long readBytes() {
    return stored.getCount();
  }

  @Override
  public void close() throws IOException {
    stored.close();
  }

  private static byte[] header(LineReader lines) throws IOException {
    Line header = lines.next();
    return header == null ? new byte[0] : header.bytes();
  }

  private static InputStream decompressed(PushbackInputStream stored) throws IOException {
    byte[] start = stored.readNBytes(GZIP_MAGIC.length);
    stored.unread(start);
    return Arrays.equals(start, GZIP_MAGIC) ? new GZIPInputStream(stored, BUFFER_BYTES) : stored;
  }

  private static InputStream without(byte[] mark, InputStream input) throws IOException {
    PushbackInputStream content = new PushbackInputStream(input, mark.length);
    byte[] start = content.readNBytes(mark.length);
    if (!Arrays.equals(start, mark)) {
      content.unread(start);
    }
    return content;
  }

  private static IOException explained(IOException e) {
    return e instanceof ZipException || e instanceof EOFException
        ? new UnreadableFileException("must be whole; its gzip compression is damaged", e)
        : e;
  }
}
