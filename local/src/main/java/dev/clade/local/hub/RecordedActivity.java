package dev.clade.local.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Commits of popular models to the end of 2024, pull requests of one bot, and cards of 2022 and
 * 2023, for those repositories that the hub has.
 */
final class RecordedActivity {
  private static final Map<String, String> STATUSES =
      Map.of("Ready to Merge", "open", "merged", "merged", "closed", "closed");

  private final SimulatedHub hub;
  private final Path data;

  RecordedActivity(SimulatedHub hub, Path data) {
    this.hub = hub;
    this.data = data;
  }

  void add() throws IOException {
    addCommits();
    addPullRequests();
    RecordedFiles.objects(
        data.resolve("model_cards_2022_02/cards_open_licence.jsonl.gz"),
        card -> addCard(RepositoryKind.MODEL, Json.string(card, "id"), card));
    RecordedFiles.objects(
        data.resolve("dataset_cards_2023_03/cards_open_licence.jsonl.gz"),
        card ->
            addCard(
                RepositoryKind.DATASET,
                Json.string(card, "file").replaceFirst("_", "/").replaceFirst("\\.md$", ""),
                card));
  }

  private void addCommits() throws IOException {
    Map<String, List<HubCommit>> histories = new HashMap<>();
    RecordedFiles.objects(
        data.resolve("commits/hub_commits_2024_11.jsonl.gz"),
        row ->
            histories
                .computeIfAbsent(Json.string(row, "model_id"), unused -> new ArrayList<>())
                .add(commit(row)));
    histories.forEach(
        (model, history) -> {
          if (hub.find(RepositoryKind.MODEL, model).isPresent()) {
            history.sort(Comparator.comparing(HubCommit::date).reversed());
            hub.setCommits(RepositoryKind.MODEL, model, history);
          }
        });
  }

  private static HubCommit commit(JsonObject row) {
    List<String> authors =
        row.getAsJsonArray("authors").asList().stream().map(JsonElement::getAsString).toList();
    return new HubCommit(
        Json.string(row, "commit_id"),
        authors,
        Instant.parse(Json.string(row, "created_at")),
        Json.string(row, "title"),
        Json.string(row, "message"));
  }

  private void addPullRequests() throws IOException {
    RecordedFiles.table(
        data.resolve("commits/hub_pull_requests_sfconvertbot.tsv.gz"),
        row -> {
          if (STATUSES.containsKey(row[3]) && hub.find(RepositoryKind.MODEL, row[0]).isPresent()) {
            hub.addDiscussion(RepositoryKind.MODEL, row[0], pullRequest(row));
          }
          return true;
        });
  }

  private static HubDiscussion pullRequest(String[] row) {
    int number = Integer.parseInt(row[1].substring(row[1].lastIndexOf('/') + 1));
    Instant openedAt = LocalDateTime.parse(row[2].replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    return new HubDiscussion(
        number,
        "Adding `safetensors` variant of this model",
        STATUSES.get(row[3]),
        true,
        "SFconvertbot",
        openedAt);
  }

  private boolean addCard(RepositoryKind kind, String id, JsonObject card) {
    if (hub.find(kind, id).isPresent()) {
      hub.setCard(kind, id, Json.string(card, "text"));
    }
    return true;
  }
}
