package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.Availability;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchPart;
import dev.clade.ingest.store.BatchTransaction;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Fetches one thing about artifacts whose revision changed since it was fetched, or, of
 * discussions, where that is too long ago. The most downloaded come first.
 */
final class EnrichmentStep extends ItemStep {
  private final Enrichment enrichment;
  private final Fetch fetch;
  private final HubConfig config;

  EnrichmentStep(Enrichment enrichment, Fetch fetch, CrawlItems items, HubConfig config) {
    super(items);
    this.enrichment = enrichment;
    this.fetch = fetch;
    this.config = config;
  }

  @Override
  public String name() {
    return "enrich-" + enrichment.word();
  }

  @Override
  public String phase() {
    return "fetching " + (enrichment == Enrichment.CARD ? "cards" : enrichment.word());
  }

  @Override
  void plan(Connection connection, CrawlItems into) throws SQLException {
    boolean byAge = enrichment == Enrichment.DISCUSSIONS;
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            INSERT INTO ingest.crawl_item (import_id, step, place, name, revision, etag)
            SELECT ?, ?, row_number() OVER (ORDER BY download_count DESC, name), name, revision,
                   etag
            FROM (SELECT a.name, a.revision, a.download_count, coalesce(e.etag, '') AS etag
                  FROM ingest.artifact a
                  LEFT JOIN ingest.enrichment e ON e.pass = ? AND e.name = a.name
                  WHERE a.availability IN (?, ?) AND a.revision <> '' AND (e.name IS NULL OR %s)
                  ORDER BY a.download_count DESC, a.name LIMIT ?) chosen
            """
                .formatted(
                    byAge
                        ? "e.fetch_time < now() - ? * INTERVAL '1 second'"
                        : "e.revision <> a.revision"))) {
      int place = 0;
      statement.setObject(++place, into.importId());
      statement.setString(++place, name());
      statement.setString(++place, enrichment.name());
      statement.setShort(++place, Availability.PUBLIC.code());
      statement.setShort(++place, Availability.GATED.code());
      if (byAge) {
        statement.setLong(++place, config.discussionsAge().toSeconds());
      }
      statement.setInt(++place, config.mostEnriched());
      statement.executeUpdate();
    }
  }

  @Override
  void ask(CrawlItem item, StepResult result) throws IOException, InterruptedException {
    Fetched fetched = fetch.ask(item, items());
    result.add(transaction -> write(transaction, item, fetched));
  }

  private BatchOutcome write(BatchTransaction transaction, CrawlItem item, Fetched fetched)
      throws SQLException {
    BatchOutcome outcome = BatchOutcome.none();
    if (fetched.content() != null) {
      fetched.content().write(transaction);
      outcome = transaction.touch(List.of(item.name()));
    }
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement(
                """
                INSERT INTO ingest.enrichment (pass, name, revision, etag, fetch_time)
                VALUES (?, ?, ?, ?, now())
                ON CONFLICT (pass, name) DO UPDATE
                SET revision = excluded.revision, etag = excluded.etag,
                    fetch_time = excluded.fetch_time
                """)) {
      statement.setString(1, enrichment.name());
      statement.setString(2, item.name());
      statement.setString(3, item.revision());
      statement.setString(4, fetched.etag());
      statement.executeUpdate();
    }
    return outcome;
  }

  /** Forgets what a table has of an artifact, before what was fetched takes its place. */
  static void forget(BatchTransaction transaction, String table, CrawlItem item)
      throws SQLException {
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement("DELETE FROM %s WHERE name = ?".formatted(table))) {
      statement.setString(1, item.name());
      statement.executeUpdate();
    }
  }

  /** Fetches one thing about an artifact. */
  interface Fetch {
    /** Asks the hub for it. */
    Fetched ask(CrawlItem item, CrawlItems items) throws IOException, InterruptedException;
  }

  /**
   * What was fetched.
   *
   * @param etag what the hub tags it with; empty when it does not
   * @param content writes it; null when nothing changed
   */
  record Fetched(String etag, BatchPart content) {
    /** Returns that nothing changed. */
    static Fetched unchanged(CrawlItem item) {
      return new Fetched(item.etag(), null);
    }
  }
}
