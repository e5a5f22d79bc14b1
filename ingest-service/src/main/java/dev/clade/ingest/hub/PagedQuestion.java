package dev.clade.ingest.hub;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks for lists that come in pages. */
final class PagedQuestion {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HubClient client;

  PagedQuestion(HubClient client) {
    this.client = client;
  }

  /**
   * Asks for the first page.
   *
   * @param etag what the hub tagged it with before; empty when it did not
   */
  Page first(String path, String etag) throws IOException, InterruptedException {
    return page(client.address(path), etag);
  }

  /**
   * Asks for a list page for page, as far as the visitor wants.
   *
   * @param etag what the hub tagged the first page with before; empty when it did not
   * @param visitor shown each page; returns whether it wants the one behind it
   * @return what the hub tags the first page with; empty when that is unchanged, and nothing was
   *     shown
   */
  Optional<String> each(String path, String etag, Predicate<JsonNode> visitor)
      throws IOException, InterruptedException {
    Page first = first(path, etag);
    if (first.unchanged()) {
      return Optional.empty();
    }
    Page page = first;
    while (visitor.test(page.body()) && page.next().isPresent()) {
      page = page(page.next().get(), "");
    }
    return Optional.of(first.etag());
  }

  private Page page(URI uri, String etag) throws IOException, InterruptedException {
    JsonNode[] body = {JSON.createArrayNode()};
    HubResponse response =
        client.get(
            uri,
            etag,
            answer -> {
              if (answer.isOk()) {
                body[0] = read(answer.body());
              }
            });
    Optional<URI> next = response.isOk() ? response.next() : Optional.empty();
    return new Page(
        response.isUnchanged(), body[0], next.filter(link -> !link.equals(uri)), response.etag());
  }

  private static JsonNode read(byte[] body) throws IOException {
    try {
      JsonNode node = JSON.readTree(body);
      if (node != null && node.isContainerNode()) {
        return node;
      }
    } catch (JacksonException e) {
      throw new HubBusyException("the answer is not whole JSON", Optional.empty());
    }
    throw new HubBusyException("the answer is neither a JSON list nor an object", Optional.empty());
  }

  /**
   * One page.
   *
   * @param unchanged whether it is as it was when it was tagged
   * @param body what it holds; an empty list when the hub does not give it
   * @param next the page behind it
   */
  record Page(boolean unchanged, JsonNode body, Optional<URI> next, String etag) {}
}
