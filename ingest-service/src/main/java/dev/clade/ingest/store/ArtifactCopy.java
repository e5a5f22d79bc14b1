package dev.clade.ingest.store;

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
      copy.writeToCopy(HEADER, 0, HEADER.length);
      long sequence = firstSequence;
      for (ArtifactRow row : rows) {
        byte[] image = row.imageAt(sequence++);
        copy.writeToCopy(image, 0, image.length);
      }
      copy.writeToCopy(TRAILER, 0, TRAILER.length);
      copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static byte[] header() {
    byte[] signature = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    return ByteBuffer.allocate(signature.length + 8).put(signature).putInt(0).putInt(0).array();
  }
}
