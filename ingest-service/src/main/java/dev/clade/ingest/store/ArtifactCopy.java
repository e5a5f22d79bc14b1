package dev.clade.ingest.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/** Sends artifacts with PostgreSQL's binary COPY. */
final class ArtifactCopy {
  private static final String COPY =
      "COPY ingest.artifact (%s) FROM STDIN (FORMAT binary)".formatted(ArtifactRow.COLUMNS);
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final byte[] HEADER = header();
  private static final byte[] TRAILER = {-1, -1};

  private ArtifactCopy() {}

  /**
   * Stores rows that the table does not have.
   *
   * @param connection is closed when this fails
   * @param firstSequence place of the first row in the feed; the others follow
   */
  static void write(Connection connection, List<ArtifactRow> rows, long firstSequence)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PGCopyOutputStream copy =
        new PGCopyOutputStream(connection.unwrap(PGConnection.class), COPY, BUFFER_BYTES)) {
      copy.write(HEADER);
      long sequence = firstSequence;
      for (ArtifactRow row : rows) {
        copy.write(row.imageAt(sequence++));
      }
      copy.write(TRAILER);
      copy.endCopy();
    } catch (IOException e) {
      // The driver keeps a connection that broke in the middle of a COPY locked for the COPY, and a
      // rollback would
      // wait for ever. Cut, it is rolled back by the server.
      connection.abort(Runnable::run);
      throw e.getCause() instanceof SQLException failure ? failure : new SQLException(e);
    }
  }

  private static byte[] header() {
    byte[] signature = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(signature.length + 8).put(signature).putInt(0).putInt(0).array();
  }
}
