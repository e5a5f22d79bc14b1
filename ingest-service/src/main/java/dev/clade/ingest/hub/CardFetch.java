package dev.clade.ingest.hub;

import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.hub.EnrichmentStep.Fetched;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchTransaction;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Fetches cards: the README at the head of the main branch. */
final class CardFetch implements EnrichmentStep.Fetch {
  /** Longer cards are cut: nobody reads them, and one of gigabytes would stop the crawl. */
  private static final int LONGEST = 2_000_000;

  private final HubClient client;

  CardFetch(HubClient client) {
    this.client = client;
  }

  @Override
  public Fetched ask(CrawlItem item, CrawlItems items) throws IOException, InterruptedException {
    HubResponse response = client.get(client.address(path(item)), item.etag(), _ -> {});
    if (response.isUnchanged()) {
      return Fetched.unchanged(item);
    }
    String text = response.isOk() ? text(response.body()) : "";
    return new Fetched(
        response.isOk() ? response.etag() : "", transaction -> write(transaction, item, text));
  }

  private static String path(CrawlItem item) {
    String collection = item.kind() == ArtifactKind.MODEL ? "" : item.kind().collection();
    return "/%s%s/raw/main/README.md".formatted(collection, item.id());
  }

  /** Returns a card's text without its metadata block, and what PostgreSQL cannot store. */
  private static String text(byte[] body) {
    String card = new String(body, StandardCharsets.UTF_8).replace("\0", "").replace("\r\n", "\n");
    if (card.startsWith("---\n")) {
      int end = card.indexOf("\n---", 3);
      int line = end < 0 ? -1 : card.indexOf('\n', end + 1);
      card = end < 0 ? card : line < 0 ? "" : card.substring(line + 1);
    }
    String text = card.strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static BatchOutcome write(BatchTransaction transaction, CrawlItem item, String text)
      throws SQLException {
    EnrichmentStep.forget(transaction, "ingest.card", item);
    if (text.isEmpty()) {
      return BatchOutcome.none();
    }
    try (PreparedStatement statement =
        transaction
            .connection()
            .prepareStatement(
                """
                INSERT INTO ingest.card (name, text, data, revision, fetch_time)
                SELECT name, ?, card_data, ?, now() FROM ingest.artifact WHERE name = ?
                """)) {
      statement.setString(1, text);
      statement.setString(2, item.revision());
      statement.setString(3, item.name());
      statement.executeUpdate();
    }
    return BatchOutcome.none();
  }
}
