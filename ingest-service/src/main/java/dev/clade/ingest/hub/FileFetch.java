package dev.clade.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.ingest.hub.EnrichmentStep.Fetched;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchTransaction;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fetches the files at the head of the main branch, with their sizes. */
final class FileFetch implements EnrichmentStep.Fetch {
  private final PagedQuestion question;

  FileFetch(HubClient client) {
    this.question = new PagedQuestion(client);
  }

  @Override
  public Fetched ask(CrawlItem item, CrawlItems items) throws IOException, InterruptedException {
    Map<String, Long> sizes = new LinkedHashMap<>();
    return question
        .each(
            "/api/%s/%s/tree/main?recursive=true".formatted(item.kind().plural(), item.id()),
            item.etag(),
            entries -> collect(entries, sizes))
        .map(etag -> new Fetched(etag, transaction -> write(transaction, item, sizes)))
        .orElseGet(() -> Fetched.unchanged(item));
  }

  /** Returns that more is wanted, always. */
  private static boolean collect(JsonNode entries, Map<String, Long> sizes) {
    for (JsonNode entry : entries) {
      String path = Texts.of(entry.path("path"));
      if (entry.path("type").asText().equals("file") && !path.isEmpty()) {
        sizes.put(path, Math.max(0, entry.path("size").asLong()));
      }
    }
    return true;
  }

  private static BatchOutcome write(
      BatchTransaction transaction, CrawlItem item, Map<String, Long> sizes) throws SQLException {
    EnrichmentStep.forget(transaction, "ingest.artifact_file", item);
    try (PreparedStatement insert =
        transaction
            .connection()
            .prepareStatement(
                "INSERT INTO ingest.artifact_file (name, path, size_bytes) VALUES (?, ?, ?)")) {
      for (Map.Entry<String, Long> file : sizes.entrySet()) {
        insert.setString(1, item.name());
        insert.setString(2, file.getKey());
        insert.setLong(3, file.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return BatchOutcome.none();
  }
}
