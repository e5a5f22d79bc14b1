package dev.clade.ingest.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Sends artifacts with PostgreSQL's binary COPY. */
final class ArtifactCopy {
  private static final String COPY =
      "COPY ingest.artifact (%s) FROM STDIN (FORMAT binary)".formatted(ArtifactRow.COLUMNS);
  private static final int CHUNK_BYTES = 64 * 1024;
  private static final byte[] HEADER = header();
  private static final byte[] TRAILER = {-1, -1};

  private ArtifactCopy() {}

  /**
   * Stores rows that the table does not have.
   *
   * @param firstSequence place of the first row in the feed; the others follow
   */
  static void write(Connection connection, List<ArtifactRow> rows, long firstSequence)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    try {
      ByteArrayOutputStream chunk = new ByteArrayOutputStream(2 * CHUNK_BYTES);
      chunk.writeBytes(HEADER);
      long sequence = firstSequence;
      for (ArtifactRow row : rows) {
        chunk.writeBytes(row.imageAt(sequence++));
        if (chunk.size() >= CHUNK_BYTES) {
          send(chunk, copy);
        }
      }
      chunk.writeBytes(TRAILER);
      send(chunk, copy);
      copy.endCopy();
    } finally {
      // Else the driver keeps a broken connection locked for the COPY, and a rollback waits for
      // ever.
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void send(ByteArrayOutputStream chunk, CopyIn copy) throws SQLException {
    copy.writeToCopy(chunk.toByteArray(), 0, chunk.size());
    chunk.reset();
  }

  private static byte[] header() {
    byte[] signature = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(signature.length + 8).put(signature).putInt(0).putInt(0).array();
  }
}
