package dev.clade.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.ingest.artifact.Commit;
import dev.clade.ingest.hub.EnrichmentStep.Fetched;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchTransaction;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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
    List<Commit> commits = fresh.stream().map(commit -> commit(item, commit)).toList();
    if (whole) {
      transaction.commits().replace(item.name(), commits);
    } else {
      transaction.commits().add(commits);
    }
    return BatchOutcome.none();
  }

  private static Commit commit(CrawlItem item, JsonNode commit) {
    List<String> authors = new ArrayList<>();
    commit.path("authors").forEach(author -> authors.add(Texts.of(author.path("user"))));
    return new Commit(
        item.name(),
        Texts.of(commit.path("id")),
        Texts.time(commit.path("date")),
        Texts.of(commit.path("title")),
        Texts.of(commit.path("message")),
        authors);
  }
}
