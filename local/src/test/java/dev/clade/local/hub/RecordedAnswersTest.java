package dev.clade.local.hub;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.clade.runtime.testing.SharedData;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the simulator tells of a repository is what the real hub was recorded to tell of it. */
final class RecordedAnswersTest {
  @Test
  void listsHaveTheMembersOfTheRecordedPages() throws Exception {
    assertListed(RepositoryKind.MODEL, "hub_models_2024_07/api_pages", 4_000);
    assertListed(RepositoryKind.DATASET, "hub_datasets_2024_07/api_pages", 2_000);
  }

  private static void assertListed(RepositoryKind kind, String folder, int count) throws Exception {
    SimulatedHub hub = new SimulatedHub();
    List<JsonObject> recorded = new ArrayList<>();
    RecordedFiles.pages(
        SharedData.require(folder),
        answer -> {
          hub.add(RecordedAnswer.read(kind, answer));
          return recorded.add(answer);
        });
    List<JsonObject> listed = new ArrayList<>();
    try (HubSimulator simulator = HubSimulator.start(hub);
        TestClient client = new TestClient(simulator)) {
      String next = "/api/%s?limit=1000&sort=downloads".formatted(kind.plural());
      while (next != null) {
        var page = client.get(next);
        TestClient.array(page).forEach(one -> listed.add(one.getAsJsonObject()));
        next = TestClient.next(page);
      }
    }
    assertThat(recorded).hasSize(count);
    assertThat(listed).containsExactlyInAnyOrderElementsOf(recorded);
  }

  @Test
  void detailsHaveTheMembersOfTheRecordedAnswers() throws Exception {
    Path file = SharedData.require("hub_models_2024_07/model_info.jsonl.gz");
    SimulatedHub hub = new SimulatedHub();
    List<JsonObject> recorded = new ArrayList<>();
    RecordedFiles.objects(file, answer -> recorded.add(answer) && recorded.size() < 500);
    recorded.forEach(answer -> hub.add(RecordedAnswer.read(RepositoryKind.MODEL, answer)));

    try (HubSimulator simulator = HubSimulator.start(hub);
        TestClient client = new TestClient(simulator)) {
      for (JsonObject answer : recorded) {
        JsonObject told = client.object("/api/models/" + answer.get("id").getAsString());
        told.remove("trendingScore");
        assertThat(told).isEqualTo(answer);
      }
    }
  }

  @Test
  void tagsOfAnswersAreMadeAsTheHubMakesThem() throws Exception {
    Path file = SharedData.require("api_recordings/huggingface_hub_cassettes.jsonl.gz");
    Set<String> agreeing = new HashSet<>();
    RecordedFiles.objects(
        file,
        recording -> {
          String body = Json.string(recording, "response_body");
          JsonArray tag = recording.getAsJsonObject("response_headers").getAsJsonArray("etag");
          if (body != null
              && tag != null
              && GitHash.weakTag(body.getBytes(StandardCharsets.UTF_8))
                  .equals(tag.get(0).getAsString())) {
            agreeing.add(Json.string(recording, "uri"));
          }
          return true;
        });
    assertThat(agreeing).hasSizeGreaterThan(20);
  }
}
