package dev.clade.ingest.hub;

import dev.clade.ingest.imports.BatchSource;
import dev.clade.ingest.imports.BatchSources;
import dev.clade.ingest.store.ImportTask;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Opens one hub. */
final class HubSources implements BatchSources {
  private final String name;
  private final HubConfig config;
  private final DataSource source;
  private final RequestPacer pacer;

  HubSources(String name, HubConfig config, DataSource source, RequestPacer pacer) {
    this.pacer = pacer;
    this.name = name;
    this.config = config;
    this.source = source;
  }

  @Override
  public BatchSource open(ImportTask task) throws IOException {
    try {
      return new Database(source)
          .inTransaction(
              connection -> {
                Hub hub = Hub.read(connection, name);
                return new HubSource(task, hub, config, source, pacer, listed(connection, hub));
              });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("opening the hub was interrupted");
    }
  }

  private static long listed(Connection connection, Hub hub) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            SELECT coalesce(sum(octet_length(names)), 0) / 8
            FROM ingest.crawl_page WHERE import_id = ?
            """)) {
      statement.setObject(1, hub.fullImportId());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }
}
