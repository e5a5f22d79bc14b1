package dev.clade.local.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A client that does what it is told and no more: no retries, no redirects followed. */
final class TestClient implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HubSimulator simulator;

  TestClient(HubSimulator simulator) {
    this.simulator = simulator;
  }

  HttpResponse<String> get(String target, String... headers)
      throws IOException, InterruptedException {
    String url = target.startsWith("/") ? simulator.baseUrl() + target : target;
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  JsonObject object(String target, String... headers) throws IOException, InterruptedException {
    return JsonParser.parseString(get(target, headers).body()).getAsJsonObject();
  }

  /** Returns the identifiers of a list, page after page, and tells of each page that it came. */
  List<String> list(String target, Consumer<Integer> afterPage)
      throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    int pages = 0;
    for (String next = target; next != null; ) {
      HttpResponse<String> page = get(next);
      for (JsonElement one : array(page)) {
        ids.add(one.getAsJsonObject().get("id").getAsString());
      }
      next = next(page);
      afterPage.accept(++pages);
    }
    return ids;
  }

  List<String> list(String target) throws IOException, InterruptedException {
    return list(target, unused -> {});
  }

  static JsonArray array(HttpResponse<String> answer) {
    return JsonParser.parseString(answer.body()).getAsJsonArray();
  }

  /** Returns where the next page is, or null. */
  static String next(HttpResponse<String> page) {
    return page.headers()
        .firstValue("Link")
        .map(link -> link.substring(1, link.indexOf(">; rel=\"next\"")))
        .orElse(null);
  }

  @Override
  public void close() {
    client.close();
  }
}
