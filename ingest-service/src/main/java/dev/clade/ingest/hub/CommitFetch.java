package dev.clade.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.ingest.artifact.ArtifactRules;
import dev.clade.ingest.hub.EnrichmentStep.Fetched;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchTransaction;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Fetches the commits of the main branch, the latest first, down to one that is known. A history
 * that was rewritten meets none and is read whole.
 */
final class CommitFetch implements EnrichmentStep.Fetch {
  private final PagedQuestion question;

  CommitFetch(HubClient client) {
    this.question = new PagedQuestion(client);
  }

  @Override
  public Fetched ask(CrawlItem item, CrawlItems items) throws IOException, InterruptedException {
    Set<String> known = known(item, items);
    List<JsonNode> fresh = new ArrayList<>();
    AtomicBoolean whole = new AtomicBoolean();
    return question
        .each(
            "/api/%s/%s/commits/main?limit=1000".formatted(item.kind().plural(), item.id()),
            item.etag(),
            commits -> {
              whole.set(!collect(commits, known, fresh));
              return whole.get();
            })
        .map(etag -> new Fetched(etag, write -> write(write, item, fresh, whole.get())))
        .orElseGet(() -> Fetched.unchanged(item));
  }

  private static Set<String> known(CrawlItem item, CrawlItems items)
      throws IOException, InterruptedException {
    return items
        .database()
        .inTransaction(
            connection -> {
              try (PreparedStatement statement =
                  connection.prepareStatement(
                      "SELECT commit_id FROM ingest.artifact_commit WHERE name = ?")) {
                statement.setString(1, item.name());
                Set<String> known = new HashSet<>();
                try (ResultSet result = statement.executeQuery()) {
                  while (result.next()) {
                    known.add(result.getString(1));
                  }
                }
                return known;
              }
            });
  }

  /** Returns whether a known commit was met. */
  private static boolean collect(JsonNode commits, Set<String> known, List<JsonNode> fresh) {
    for (JsonNode commit : commits) {
      if (known.contains(commit.path("id").asText())) {
        return true;
      }
      fresh.add(commit);
    }
    return false;
  }

  private static BatchOutcome write(
      BatchTransaction transaction, CrawlItem item, List<JsonNode> fresh, boolean whole)
      throws SQLException {
    if (whole) {
      EnrichmentStep.forget(transaction, "ingest.artifact_commit", item);
    }
    try (PreparedStatement insert =
        transaction
            .connection()
            .prepareStatement(
                """
                INSERT INTO ingest.artifact_commit
                  (name, commit_id, commit_time, title, message, authors)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (name, commit_id) DO NOTHING
                """)) {
      for (JsonNode commit : fresh) {
        insert.setString(1, item.name());
        insert.setString(2, Texts.of(commit.path("id")));
        insert.setObject(3, Texts.time(commit.path("date")).atOffset(ZoneOffset.UTC));
        insert.setString(4, Texts.of(commit.path("title")));
        insert.setString(5, Texts.of(commit.path("message")));
        insert.setString(6, authors(commit));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return BatchOutcome.none();
  }

  private static String authors(JsonNode commit) {
    List<String> authors = new ArrayList<>();
    commit.path("authors").forEach(author -> authors.add(Texts.of(author.path("user"))));
    return String.join(String.valueOf(ArtifactRules.SEPARATOR), authors);
  }
}
