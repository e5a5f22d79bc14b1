package dev.clade.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.ingest.artifact.ArtifactRules;
import dev.clade.ingest.hub.EnrichmentStep.Fetched;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchTransaction;
import java.io.IOException;
import java.net.URI;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    PagedQuestion.Page page =
        question.first(
            "/api/%s/%s/commits/main?limit=1000".formatted(item.kind().plural(), item.id()),
            item.etag());
    if (page.unchanged()) {
      return Fetched.unchanged(item);
    }
    String etag = page.etag();
    Set<String> known = known(item, items);
    List<JsonNode> fresh = new ArrayList<>();
    boolean met = collect(page.body(), known, fresh);
    for (Optional<URI> next = page.next(); !met && next.isPresent(); next = page.next()) {
      page = question.next(next.get());
      met = collect(page.body(), known, fresh);
    }
    boolean whole = !met;
    return new Fetched(etag, transaction -> write(transaction, item, fresh, whole));
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
      try (PreparedStatement forget =
          transaction
              .connection()
              .prepareStatement("DELETE FROM ingest.artifact_commit WHERE name = ?")) {
        forget.setString(1, item.name());
        forget.executeUpdate();
      }
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
