package dev.clade.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.ingest.hub.EnrichmentStep.Fetched;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchTransaction;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fetches discussions and pull requests, all of them: any may have been closed. */
final class DiscussionFetch implements EnrichmentStep.Fetch {
  private final PagedQuestion question;

  DiscussionFetch(HubClient client) {
    this.question = new PagedQuestion(client);
  }

  @Override
  public Fetched ask(CrawlItem item, CrawlItems items) throws IOException, InterruptedException {
    String path = "/api/%s/%s/discussions?p=".formatted(item.kind().plural(), item.id());
    PagedQuestion.Page page = question.first(path + 0, item.etag());
    if (page.unchanged()) {
      return Fetched.unchanged(item);
    }
    String etag = page.etag();
    Map<Long, JsonNode> discussions = new LinkedHashMap<>();
    int number = 0;
    while (collect(page.body(), discussions)) {
      number++;
      page = question.first(path + number, "");
    }
    return new Fetched(etag, transaction -> write(transaction, item, discussions));
  }

  /** Returns whether there are more behind the page. */
  private static boolean collect(JsonNode page, Map<Long, JsonNode> into) {
    JsonNode discussions = page.path("discussions");
    discussions.forEach(discussion -> into.put(discussion.path("num").asLong(), discussion));
    long behind = page.path("start").asLong() + discussions.size();
    return !discussions.isEmpty() && behind < page.path("count").asLong();
  }

  private static BatchOutcome write(
      BatchTransaction transaction, CrawlItem item, Map<Long, JsonNode> discussions)
      throws SQLException {
    EnrichmentStep.forget(transaction, "ingest.discussion", item);
    try (PreparedStatement insert =
        transaction
            .connection()
            .prepareStatement(
                """
                INSERT INTO ingest.discussion
                  (name, number, title, status, pull_request, author, create_time)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """)) {
      for (Map.Entry<Long, JsonNode> entry : discussions.entrySet()) {
        JsonNode discussion = entry.getValue();
        insert.setString(1, item.name());
        insert.setLong(2, entry.getKey());
        insert.setString(3, Texts.of(discussion.path("title")));
        insert.setString(4, Texts.of(discussion.path("status")));
        insert.setBoolean(5, discussion.path("isPullRequest").asBoolean());
        insert.setString(6, Texts.of(discussion.path("author").path("name")));
        insert.setObject(7, Texts.time(discussion.path("createdAt")).atOffset(ZoneOffset.UTC));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return BatchOutcome.none();
  }
}
