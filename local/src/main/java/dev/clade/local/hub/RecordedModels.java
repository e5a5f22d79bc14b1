package dev.clade.local.hub;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The models of July 2024. */
final class RecordedModels {
  /**
   * Authors to whose names the hub moved the models that had none, in the order of preference; each
   * was made for that purpose, so that all of its models once had the short name.
   */
  private static final List<String> FORMERLY_NAMELESS =
      List.of(
          "google-bert",
          "distilbert",
          "FacebookAI",
          "openai-community",
          "google-t5",
          "albert",
          "xlnet",
          "transfo-xl");

  private final SimulatedHub hub;
  private final Path data;
  private final Map<String, String> words = new HashMap<>();

  RecordedModels(SimulatedHub hub, Path data) {
    this.hub = hub;
    this.data = data;
  }

  /** Adds at most so many models, those of which commits or uses were recorded before others. */
  int add(int most) throws IOException {
    Map<String, JsonObject> answers = answers();
    Set<String> wanted = wanted();
    List<Repository> first = new ArrayList<>();
    List<Repository> others = new ArrayList<>();
    RecordedFiles.lines(
        data.resolve("hub_models_2024_07/models.tsv.gz"),
        line -> {
          String id = line.substring(0, line.indexOf('\t'));
          List<Repository> chosen = wanted.contains(id) ? first : others;
          if (chosen.size() < most) {
            JsonObject answer = answers.remove(id);
            chosen.add(
                answer == null
                    ? ofRow(RecordedFiles.cells(line))
                    : RecordedAnswer.read(RepositoryKind.MODEL, answer));
          }
          return true;
        });
    first.addAll(others.subList(0, Math.min(others.size(), Math.max(0, most - first.size()))));
    first.stream().limit(most).forEach(hub::add);
    redirect();
    return Math.min(most, first.size());
  }

  private Map<String, JsonObject> answers() throws IOException {
    Map<String, JsonObject> answers = new HashMap<>();
    RecordedFiles.Row<JsonObject> keep =
        answer -> {
          answers.put(Json.string(answer, "id"), answer);
          return true;
        };
    RecordedFiles.pages(data.resolve("hub_models_2024_07/api_pages"), keep);
    RecordedFiles.objects(data.resolve("hub_models_2024_07/model_info.jsonl.gz"), keep);
    return answers;
  }

  /** Returns the models of which more was recorded than the table says. */
  private Set<String> wanted() throws IOException {
    Set<String> named = new HashSet<>();
    RecordedFiles.table(
        data.resolve("model_families_2025_04/spaces.tsv.gz"),
        row -> {
          named.add(row[0]);
          return true;
        });
    RecordedFiles.objects(
        data.resolve("commits/hub_commits_2024_11.jsonl.gz"),
        commit -> {
          named.add(Json.string(commit, "model_id"));
          return true;
        });
    return named;
  }

  private Repository ofRow(String[] row) {
    Instant createdAt = Instant.parse(row[1]);
    int likes = Integer.parseInt(row[3]);
    return Repository.builder(RepositoryKind.MODEL, row[0], createdAt)
        .lastModified(Assumed.lastModified(row[0], createdAt))
        .downloads(Integer.parseInt(row[2]))
        .likes(likes)
        .trendingScore(Assumed.trendingScore(likes))
        .pipelineTag(word(row[4]))
        .libraryName(word(row[5]))
        .tags(row[6].isEmpty() ? List.of() : Arrays.asList(row[6].split("\\|")))
        .build();
  }

  private String word(String cell) {
    return cell.isEmpty() ? null : words.computeIfAbsent(cell, word -> word);
  }

  private void redirect() {
    List<Repository> models = hub.listed(RepositoryKind.MODEL);
    for (String author : FORMERLY_NAMELESS) {
      for (Repository model : models) {
        if (author.equals(model.author())) {
          String bare = model.id().substring(author.length() + 1);
          if (hub.find(RepositoryKind.MODEL, bare).isEmpty()
              && hub.presentName(RepositoryKind.MODEL, bare).isEmpty()) {
            hub.redirect(RepositoryKind.MODEL, bare, model.id());
          }
        }
      }
    }
  }
}
