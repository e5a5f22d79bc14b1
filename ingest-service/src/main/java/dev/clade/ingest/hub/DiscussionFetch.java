package dev.clade.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.ingest.artifact.Discussion;
import dev.clade.ingest.hub.EnrichmentStep.Fetched;
import dev.clade.ingest.store.BatchOutcome;
import dev.clade.ingest.store.BatchTransaction;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
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
    List<Discussion> told = new ArrayList<>();
    discussions.forEach((number, discussion) -> told.add(discussion(item, number, discussion)));
    transaction.discussions().replace(item.name(), told);
    return BatchOutcome.none();
  }

  private static Discussion discussion(CrawlItem item, long number, JsonNode discussion) {
    return new Discussion(
        item.name(),
        number,
        Texts.of(discussion.path("title")),
        Texts.of(discussion.path("status")),
        discussion.path("isPullRequest").asBoolean(),
        Texts.of(discussion.path("author").path("name")),
        Texts.time(discussion.path("createdAt")));
  }
}
