package dev.clade.ingest.format;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.HubRecord;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * The records of a published dump, read by DuckDB: SQL makes one JSON object of each in the form of
 * the hub's list API, and a {@link RecordParser} does the rest, as for lines. A record's bytes are
 * that object, and its number counts the records. A checkpoint is the number of records read;
 * opening at one takes time in proportion to them, for they are read again.
 */
final class DuckDbRecords implements Records {
  private final ScratchFolder scratch;
  private final Connection connection;
  private final Statement statement;
  private final Dump dump;
  private final RecordParser parser;
  private final int longestRecord;
  private final long fileBytes;
  private ResultSet rows;
  private boolean lastPage;
  private long read;

  private DuckDbRecords(
      ScratchFolder scratch,
      Connection connection,
      Dump dump,
      RecordParser parser,
      int longestRecord,
      long fileBytes,
      long read)
      throws SQLException {
    this.scratch = scratch;
    this.connection = connection;
    this.statement = connection.createStatement();
    this.dump = dump;
    this.parser = parser;
    this.longestRecord = longestRecord;
    this.fileBytes = fileBytes;
    this.read = read;
  }

  /** Opens a dump as {@link Records#open} does. */
  static DuckDbRecords open(
      Path path, FileFormat format, ArtifactKind kind, int longestRecord, String checkpoint)
      throws IOException {
    long read = checkpoint.isEmpty() ? 0 : Long.parseLong(checkpoint);
    Path file = path.toRealPath();
    ScratchFolder scratch = ScratchFolder.create();
    try {
      Connection connection = DuckDb.open(file, scratch.path());
      try {
        Dump dump = dump(connection, file, format, scratch);
        RecordParser parser = RecordParser.ofJson(format, kind);
        return new DuckDbRecords(
            scratch, connection, dump, parser, longestRecord, Files.size(file), read);
      } catch (IOException | SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      scratch.close();
      throw new IOException("DuckDB could not be opened", e);
    } catch (IOException | RuntimeException e) {
      scratch.close();
      throw e;
    }
  }

  private static Dump dump(
      Connection connection, Path file, FileFormat format, ScratchFolder scratch)
      throws IOException, SQLException {
    return switch (format) {
      case HUB_STATS -> HubStatsDump.of(connection, file);
      case HF_COMMUNITY -> new HfCommunityDump(connection, file, scratch.path());
      case PEATMOSS -> new PeaTmossDump(file);
      case JSONL, TSV -> throw new IllegalArgumentException(format + " is read line by line");
    };
  }

  @Override
  public Line next() throws IOException {
    try {
      if (rows == null) {
        turnPage();
      }
      while (!rows.next()) {
        if (lastPage) {
          return null;
        }
        turnPage();
      }
      read++;
      return line(rows.getLong(1), rows.getString(2));
    } catch (SQLException e) {
      throw DuckDb.explained(e, dump.rule());
    }
  }

  /** A record that is too long is cut by the query, so that it is never held whole here. */
  private void turnPage() throws IOException, SQLException {
    Dump.Page page = dump.page(read);
    lastPage = page.last();
    rows =
        statement.executeQuery(
            """
            SELECT strlen(json), CASE WHEN strlen(json) > %d THEN left(json, %d) ELSE json END
            FROM (SELECT record::VARCHAR AS json FROM (%s) AS records(record))
            """
                .formatted(longestRecord, KEPT_OF_LONGER_RECORD, page.query()));
  }

  private Line line(long size, String json) {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    return size > longestRecord
        ? new Line(read, Arrays.copyOf(bytes, KEPT_OF_LONGER_RECORD), size, false)
        : new Line(read, bytes, size, true);
  }

  @Override
  public HubRecord parse(Line record) throws RefusedRecordException {
    record.requireWhole(longestRecord);
    return parser.parse(record.bytes());
  }

  @Override
  public String checkpoint() {
    return Long.toString(read);
  }

  /** In proportion to the records read; 0 where their number is not known before the end. */
  @Override
  public long readBytes() {
    return dump.size() == 0 ? 0 : (long) ((double) fileBytes * read / dump.size());
  }

  @Override
  public void close() throws IOException {
    try (scratch;
        connection) {
      statement.close();
    } catch (SQLException e) {
      throw new IOException("closing DuckDB failed", e);
    }
  }
}
