package dev.clade.local.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RepositoryAnswersTest {
  private static final RepositoryKind MODEL = RepositoryKind.MODEL;
  private static final String[] TOKEN = {"Authorization", "Bearer hf_test"};

  private final SimulatedHub hub = TestHub.of(3);
  private HubSimulator simulator;
  private TestClient client;

  @BeforeEach
  void start() throws Exception {
    simulator = HubSimulator.start(hub);
    client = new TestClient(simulator);
  }

  @AfterEach
  void stop() {
    client.close();
    simulator.close();
  }

  @Test
  void tellsEverythingOfOneRepository() throws Exception {
    hub.update(
        MODEL,
        "a/r01",
        builder ->
            builder.detail("cardData", JsonParser.parseString("{\"license\":\"mit\",\"x\":null}")));

    JsonObject answer = client.object("/api/models/a/r01");

    assertThat(answer).isEqualTo(hub.get(MODEL, "a/r01").json());
    assertThat(answer.get("author").getAsString()).isEqualTo("a");
    assertThat(answer.getAsJsonObject("cardData").get("x").isJsonNull()).isTrue();
    assertThat(client.object("/api/models/a/r01/revision/main")).isEqualTo(answer);
    assertThat(client.object("/api/models/a/r01?expand=likes").keySet())
        .containsExactlyInAnyOrder("_id", "id", "likes");
  }

  @Test
  void answersThatTheCallerHasAreNotSentAgain() throws Exception {
    for (String target : List.of("/api/models/a/r01", "/api/models?limit=2&sort=likes")) {
      HttpResponse<String> first = client.get(target);
      String tag = first.headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again = client.get(target, "If-None-Match", tag);

      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
      assertThat(again.headers().firstValue("ETag")).hasValue(tag);
      assertThat(TestClient.next(again)).isEqualTo(TestClient.next(first));

      hub.modify(MODEL, "a/r01");
      hub.update(MODEL, "a/r01", builder -> builder.likes(builder.likes + 1));
      assertThat(client.get(target, "If-None-Match", tag).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void formerNamesLeadToThePresentOneHoweverOftenItChanged() throws Exception {
    String identifier = hub.get(MODEL, "a/r01").objectId().toString();
    hub.rename(MODEL, "a/r01", "b/second");
    hub.rename(MODEL, "b/second", "b/third");

    for (String former : List.of("a/r01", "b/second")) {
      HttpResponse<String> answer = client.get("/api/models/" + former + "?expand=likes");
      assertThat(answer.statusCode()).isEqualTo(307);
      assertThat(answer.headers().firstValue("Location"))
          .hasValue("/api/models/b/third?expand=likes");
      assertThat(answer.body())
          .isEqualTo("Temporary Redirect. Redirecting to /api/models/b/third?expand=likes");
    }
    assertThat(client.get("/a/r01/raw/main/README.md").headers().firstValue("Location"))
        .hasValue("/b/third/raw/main/README.md");
    assertThat(client.object("/api/models/b/third").get("_id").getAsString()).isEqualTo(identifier);
    assertThat(client.list("/api/models")).containsExactlyInAnyOrder("a/r00", "a/r02", "b/third");

    hub.add(Repository.builder(MODEL, "a/r01", TestHub.BEGIN).build());
    assertThat(client.get("/api/models/a/r01").statusCode()).isEqualTo(200);
    hub.delete(MODEL, "b/third");
    assertThat(client.get("/api/models/b/second", TOKEN).statusCode()).isEqualTo(404);
  }

  @Test
  void namesWithoutAnAuthorWork() throws Exception {
    hub.add(Repository.builder(MODEL, "gpt2", TestHub.BEGIN).build());
    hub.redirect(MODEL, "gpt", "gpt2");

    assertThat(client.object("/api/models/gpt2").has("author")).isFalse();
    assertThat(client.get("/api/models/gpt2/commits/main").statusCode()).isEqualTo(200);
    assertThat(client.get("/api/models/gpt2/discussions").statusCode()).isEqualTo(200);
    assertThat(client.get("/api/models/gpt/tree/main").headers().firstValue("Location"))
        .hasValue("/api/models/gpt2/tree/main");
  }

  @Test
  void whatIsNotThereIsNotToldApartFromWhatIsPrivate() throws Exception {
    hub.show(MODEL, "a/r01", Visibility.PRIVATE);
    for (String name : List.of("a/none", "a/r01")) {
      assertRefused(client.get("/api/models/" + name), 401, "RepoNotFound");
      assertRefused(client.get("/api/models/" + name, TOKEN), 404, "RepoNotFound");
    }
    hub.show(MODEL, "a/r01", Visibility.DISABLED);
    assertRefused(client.get("/api/models/a/r01", TOKEN), 403, null);
    assertRefused(client.get("/api/models/a/r00", "Authorization", "Bearer x"), 401, null);
    assertRefused(client.get("/api/models/a/r00/revision/x"), 404, "RevisionNotFound");
    assertRefused(client.get("/api/nothing"), 404, null);
  }

  @Test
  void whatIsGatedIsDescribedButItsFilesAreNotGiven() throws Exception {
    hub.gate(MODEL, "a/r01", Gate.AUTO);

    assertThat(client.object("/api/models/a/r01").get("gated").getAsString()).isEqualTo("auto");
    assertRefused(client.get("/a/r01/raw/main/.gitattributes"), 401, "GatedRepo");
    assertRefused(client.get("/a/r01/raw/main/.gitattributes", TOKEN), 403, "GatedRepo");
  }

  @Test
  void commitsComeNewestFirstAndGrowWithEachChange() throws Exception {
    for (int i = 0; i < 5; i++) {
      hub.modify(MODEL, "a/r01");
    }
    HttpResponse<String> page = client.get("/api/models/a/r01/commits/main?limit=3");
    assertThat(page.headers().firstValue("X-Total-Count")).hasValue("7");
    List<JsonElement> commits = new ArrayList<>(TestClient.array(page).asList());
    for (String next = TestClient.next(page); next != null; next = TestClient.next(page)) {
      page = client.get(next);
      commits.addAll(TestClient.array(page).asList());
    }

    assertThat(commits).hasSize(7);
    Repository now = hub.get(MODEL, "a/r01");
    assertThat(commits.getFirst().getAsJsonObject().get("id").getAsString()).isEqualTo(now.sha());
    assertThat(commits.stream().map(commit -> date(commit)).toList().reversed())
        .isSorted()
        .startsWith(now.createdAt())
        .endsWith(now.lastModified());
    assertThat(commits.getLast().getAsJsonObject().get("authors").toString())
        .isEqualTo("[{\"user\":\"a\"}]");
  }

  @Test
  void discussionsComeInPagesWithTheirCount() throws Exception {
    for (int i = 1; i <= 12; i++) {
      hub.addDiscussion(
          MODEL,
          "a/r01",
          new HubDiscussion(
              i, "Title " + i, "open", i % 2 == 0, i == 12 ? null : "user", TestHub.BEGIN));
    }
    JsonObject first = client.object("/api/models/a/r01/discussions");
    JsonObject second = client.object("/api/models/a/r01/discussions?p=1");

    assertThat(first.get("count").getAsInt()).isEqualTo(12);
    assertThat(first.getAsJsonArray("discussions")).hasSize(10);
    JsonObject newest = first.getAsJsonArray("discussions").get(0).getAsJsonObject();
    assertThat(newest.get("num").getAsInt()).isEqualTo(12);
    assertThat(newest.has("author")).isFalse();
    assertThat(newest.get("isPullRequest").getAsBoolean()).isTrue();
    assertThat(second.get("start").getAsInt()).isEqualTo(10);
    assertThat(second.getAsJsonArray("discussions")).hasSize(2);
    assertThat(client.object("/api/models/a/r00/discussions").get("count").getAsInt()).isZero();
  }

  @Test
  void cardsAndTreesAgree() throws Exception {
    String card = "---\nlicense: mit\n---\nÄ card\n";
    for (RepositoryKind kind : RepositoryKind.values()) {
      hub.setCard(kind, "a/r01", card);
      HttpResponse<String> raw = client.get("/" + kind.pagePrefix() + "a/r01/raw/main/README.md");
      String tag = raw.headers().firstValue("ETag").orElseThrow();

      assertThat(raw.body()).isEqualTo(card);
      assertThat(
              client
                  .get("/" + kind.pagePrefix() + "a/r01/raw/main/README.md", "If-None-Match", tag)
                  .statusCode())
          .isEqualTo(304);
      HttpResponse<String> page =
          client.get("/api/" + kind.plural() + "/a/r01/tree/main?recursive=true&limit=1");
      JsonObject file =
          TestClient.array(client.get(TestClient.next(page))).get(0).getAsJsonObject();
      assertThat(file.get("path").getAsString()).isEqualTo("README.md");
      assertThat("\"" + file.get("oid").getAsString() + "\"").isEqualTo(tag);
      assertThat(file.get("size").getAsInt()).isEqualTo(card.length() + 1);
    }
    assertRefused(client.get("/a/r00/raw/main/README.md"), 404, "EntryNotFound");
  }

  private static Instant date(JsonElement commit) {
    return Instant.parse(commit.getAsJsonObject().get("date").getAsString());
  }

  private static void assertRefused(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("X-Error-Code").orElse(null)).isEqualTo(code);
    assertThat(answer.body()).startsWith("{\"error\":\"");
  }
}
