package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchPart;
import dev.clade.ingest.store.BatchTransaction;
import dev.clade.ingest.store.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * The names that a full listing saw, as 64 bits of SHA-256 each: of a hub of three million, 24 MB,
 * and two of the names are taken for one with a chance of one in four million. Not for use by
 * several threads.
 */
final class SeenNames {
  private final long[] hashes;
  private final MessageDigest digest = Sha256.digest();

  private SeenNames(long[] hashes) {
    this.hashes = hashes;
  }

  /** Returns what remembers a page's names. A page that is read again replaces itself. */
  static BatchPart part(ArtifactKind kind, List<String> names, long page) {
    return transaction -> {
      write(transaction, kind, names, page);
      return BatchOutcome.none();
    };
  }

  /** Reads what a listing saw of a kind. */
  static SeenNames read(Connection connection, UUID importId, ArtifactKind kind)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT names FROM ingest.crawl_page WHERE import_id = ? AND kind = ?")) {
      statement.setObject(1, importId);
      statement.setString(2, kind.name());
      long[] hashes = new long[1024];
      int count = 0;
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          ByteBuffer page = ByteBuffer.wrap(result.getBytes(1));
          int size = page.remaining() / Long.BYTES;
          if (hashes.length < count + size) {
            hashes = Arrays.copyOf(hashes, 2 * (count + size));
          }
          page.asLongBuffer().get(hashes, count, size);
          count += size;
        }
      }
      long[] sorted = Arrays.copyOf(hashes, count);
      Arrays.sort(sorted);
      return new SeenNames(sorted);
    }
  }

  boolean contains(String name) {
    return Arrays.binarySearch(hashes, hash(digest, name)) >= 0;
  }

  private static void write(
      BatchTransaction transaction, ArtifactKind kind, List<String> names, long page)
      throws SQLException {
    MessageDigest digest = Sha256.digest();
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * names.size());
    names.forEach(name -> bytes.putLong(hash(digest, name)));
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement(
                """
                INSERT INTO ingest.crawl_page (import_id, kind, page, names) VALUES (?, ?, ?, ?)
                ON CONFLICT (import_id, kind, page) DO UPDATE SET names = excluded.names
                """)) {
      statement.setObject(1, transaction.importId());
      statement.setString(2, kind.name());
      statement.setLong(3, page);
      statement.setBytes(4, bytes.array());
      statement.executeUpdate();
    }
  }

  private static long hash(MessageDigest digest, String name) {
    return ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
  }
}
