package dev.clade.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.clade.local.hub.HubCommit;
import dev.clade.local.hub.HubSimulator;
import dev.clade.local.hub.RealHub;
import dev.clade.local.hub.Repository;
import dev.clade.local.hub.RepositoryKind;
import dev.clade.local.hub.SimulatedHub;
import dev.clade.runtime.testing.SharedData;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The hub's own client, pointed at the simulator, sees what is on the simulated hub. */
final class HubClientIT {
  private static final RepositoryKind MODEL = RepositoryKind.MODEL;

  private static NodeScript client;
  private static SimulatedHub hub;

  private HubSimulator simulator;

  @BeforeAll
  static void load() throws Exception {
    client = NodeScript.withPackage("@huggingface/hub", "2.17.5");
    hub = RealHub.load(SharedData.require(""), 1_300, 1_100, 600);
  }

  @BeforeEach
  void start() throws Exception {
    simulator = HubSimulator.start(hub);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void listsEveryRepositoryOnce() throws Exception {
    for (String sort : List.of("", "sort: 'createdAt',", "sort: 'lastModified',")) {
      assertListed(MODEL, "listModels", sort + "additionalFields: ['sha', 'tags', 'library_name']");
      assertListed(
          RepositoryKind.DATASET, "listDatasets", sort + "additionalFields: ['sha', 'tags']");
      assertListed(
          RepositoryKind.SPACE, "listSpaces", sort + "additionalFields: ['sha', 'models']");
    }
    assertThat(simulator.requests().count()).isEqualTo(3 * (3 + 3 + 2));
  }

  @Test
  void describesAModelAlsoByItsFormerName() throws Exception {
    Repository model = hub.get(MODEL, "openai-community/gpt2");

    for (String name : List.of("openai-community/gpt2", "gpt2")) {
      JsonObject told =
          run("await hub.modelInfo({hubUrl, name: '" + name + "', additionalFields: ['sha']})")
              .getAsJsonObject();
      assertThat(told.get("id").getAsString()).isEqualTo(model.objectId().toString());
      assertThat(told.get("name").getAsString()).isEqualTo("openai-community/gpt2");
      assertThat(told.get("sha").getAsString()).isEqualTo(model.sha());
      assertThat(told.get("likes").getAsInt()).isEqualTo(model.likes());
    }
    assertThat(run("await hub.modelInfo({hubUrl, name: 'a/none'}).catch(e => e.statusCode)"))
        .hasToString("401");
    assertThat(
            run(
                "await hub.modelInfo({hubUrl, name: 'a/none', accessToken: 'hf_test'})"
                    + ".catch(e => e.message.split('.')[0])"))
        .hasToString("\"Repository not found\"");
  }

  @Test
  void readsCommitsFilesAndCards() throws Exception {
    String id = "1-800-BAD-CODE/punctuation_fullstop_truecase_english";
    JsonArray commits =
        run("await all(hub.listCommits({hubUrl, repo: '" + id + "', batchSize: 10}))")
            .getAsJsonArray();
    assertThat(commits.asList().stream().map(one -> text(one, "oid")))
        .isEqualTo(hub.commits(MODEL, id).stream().map(HubCommit::id).toList());

    Repository withCard =
        hub.listed(MODEL).stream()
            .filter(model -> hub.card(MODEL, model.id()).isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(
            run(
                    "await all(hub.listFiles({hubUrl, repo: '"
                        + withCard.id()
                        + "', recursive: true}))")
                .getAsJsonArray()
                .asList()
                .stream()
                .map(file -> text(file, "path")))
        .contains(".gitattributes", "README.md");
    assertThat(
            run("await (await fetch(hubUrl + '/" + withCard.id() + "/raw/main/README.md')).text()")
                .getAsString())
        .isEqualTo(hub.card(MODEL, withCard.id()).orElseThrow());
  }

  private void assertListed(RepositoryKind kind, String function, String options) throws Exception {
    JsonArray listed =
        run("await all(hub." + function + "({hubUrl, " + options + "}))").getAsJsonArray();

    Map<String, Repository> truth =
        hub.listed(kind).stream().collect(Collectors.toMap(Repository::id, Function.identity()));
    assertThat(listed).hasSize(truth.size());
    for (JsonElement one : listed) {
      Repository expected = truth.remove(text(one, "name"));
      assertThat(text(one, "id")).isEqualTo(expected.objectId().toString());
      assertThat(Instant.parse(text(one, "updatedAt"))).isEqualTo(expected.lastModified());
      JsonObject everything = expected.json();
      for (Map.Entry<String, JsonElement> member : one.getAsJsonObject().entrySet()) {
        if (everything.has(member.getKey()) && !member.getKey().equals("id")) {
          assertThat(member.getValue()).isEqualTo(everything.get(member.getKey()));
        }
      }
    }
    assertThat(truth).isEmpty();
  }

  private JsonElement run(String expression) throws Exception {
    return JsonParser.parseString(
        client.run(
            """
            import * as hub from '@huggingface/hub';
            const hubUrl = '%s';
            async function all(list) {
              const collected = [];
              for await (const one of list) collected.push(one);
              return collected;
            }
            console.log(JSON.stringify(%s));
            """
                .formatted(simulator.baseUrl(), expression)));
  }

  private static String text(JsonElement object, String member) {
    return object.getAsJsonObject().get(member).getAsString();
  }
}
