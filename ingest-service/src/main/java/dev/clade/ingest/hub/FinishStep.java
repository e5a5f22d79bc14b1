package dev.clade.ingest.hub;

import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchPart;
import dev.clade.ingest.store.BatchTransaction;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Ends a crawl: remembers how far the hub is known, and forgets what only the crawl needed. */
final class FinishStep implements CrawlStep {
  static final String NAME = "finish";

  private final String hub;

  FinishStep(String hub) {
    this.hub = hub;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String phase() {
    return "finishing";
  }

  @Override
  public StepResult next(CrawlCheckpoint from) {
    StepResult result = new StepResult(from);
    result.add(remember(Instant.parse(from.began()), from.scope() == CrawlScope.FULL));
    result.end();
    return result;
  }

  private BatchPart remember(Instant began, boolean full) {
    return transaction -> {
      remember(transaction, began, full);
      forget(transaction, "DELETE FROM ingest.crawl_item WHERE import_id = ?");
      if (full) {
        // What the crawls before it saw; there is one crawl of a hub at a time.
        forget(
            transaction,
            """
            DELETE FROM ingest.crawl_page WHERE import_id IN
              (SELECT i.id FROM ingest.import i JOIN ingest.import mine ON mine.id = ?
               WHERE i.lane = mine.lane AND i.id <> mine.id)
            """);
      }
      return BatchOutcome.none();
    };
  }

  private void remember(BatchTransaction transaction, Instant began, boolean full)
      throws SQLException {
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement(
                """
                UPDATE ingest.hub
                SET watermark = greatest(watermark, ?), changes_time = now(),
                    full_time = CASE WHEN ? THEN now() ELSE full_time END,
                    full_import_id = CASE WHEN ? THEN ? ELSE full_import_id END
                WHERE name = ?
                """)) {
      statement.setObject(1, began.atOffset(ZoneOffset.UTC));
      statement.setBoolean(2, full);
      statement.setBoolean(3, full);
      statement.setObject(4, transaction.importId());
      statement.setString(5, hub);
      statement.executeUpdate();
    }
  }

  private static void forget(BatchTransaction transaction, String sql) throws SQLException {
    try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
      statement.setObject(1, transaction.importId());
      statement.executeUpdate();
    }
  }
}
