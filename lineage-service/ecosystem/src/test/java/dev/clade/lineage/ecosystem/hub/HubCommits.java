package dev.clade.lineage.ecosystem.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.clade.lineage.ecosystem.catalogue.Repository;
import dev.clade.lineage.ecosystem.history.Commit;
import dev.clade.lineage.ecosystem.history.History;
import dev.clade.lineage.ecosystem.maintenance.swanson.CommitClass;
import dev.clade.lineage.ecosystem.maintenance.swanson.LabelledMessage;
import dev.clade.lineage.ecosystem.testing.RepositoryBuilder;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The commits of 359 top models of November 2024, and messages that others judged. */
final class HubCommits {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The classes by the names of both sets with one class a message; others are left out. */
  private static final Map<String, CommitClass> CLASSES =
      Map.of(
          "corrective", CommitClass.CORRECTIVE,
          "adaptive", CommitClass.ADAPTIVE,
          "features", CommitClass.ADAPTIVE,
          "perfective", CommitClass.PERFECTIVE,
          "nonfunctional", CommitClass.PERFECTIVE);

  private HubCommits() {}

  static List<History> histories() {
    Map<String, List<Commit>> commits = new TreeMap<>();
    for (JsonNode each : read("commits/hub_commits_2024_11.jsonl.gz")) {
      commits
          .computeIfAbsent(each.get("model_id").asText(), any -> new ArrayList<>())
          .add(commit(each));
    }
    return commits.entrySet().stream()
        .map(each -> new History(each.getKey(), each.getValue()))
        .toList();
  }

  /** Returns the models with their size, downloads and likes; nobody looked at their cards. */
  static List<Repository> models() {
    return read("commits/hub_commits_2024_11_models.jsonl.gz").stream()
        .map(
            each ->
                new RepositoryBuilder(each.get("modelId").asText())
                    .counts(each.get("downloads").asLong(), each.get("likes").asLong())
                    .bytes(size(each.get("size")))
                    .build())
        .toList();
  }

  /** Returns those of Amit and Feitelson's messages of which all three classes were judged. */
  static List<LabelledMessage> swanson() {
    return read("commit_labels/swanson_multilabel.jsonl.gz").stream()
        .filter(
            each -> Stream.of(CommitClass.values()).allMatch(one -> !stated(each, one).isNull()))
        .map(
            each ->
                new LabelledMessage(
                    each.get("message").asText(),
                    Stream.of(CommitClass.values())
                        .filter(one -> stated(each, one).asBoolean())
                        .collect(Collectors.toSet())))
        .toList();
  }

  static List<LabelledMessage> levin() {
    return read("commit_labels/levin_yehudai_1151.jsonl.gz").stream()
        .map(
            each ->
                new LabelledMessage(
                    each.get("message").asText().replaceFirst("^\\[PATCH \\d+/\\d+] ", ""),
                    Set.of(CLASSES.get(label(each)))))
        .toList();
  }

  /** Returns Santos and Figueiredo's messages, without those of Levin and Yehudai among them. */
  static List<LabelledMessage> santos() {
    Set<String> there = levin().stream().map(LabelledMessage::key).collect(Collectors.toSet());
    return read("commit_labels/santos_figueiredo_fasttext.jsonl.gz").stream()
        .filter(each -> CLASSES.containsKey(label(each)))
        .map(
            each ->
                new LabelledMessage(each.get("message").asText(), Set.of(CLASSES.get(label(each)))))
        .filter(each -> !there.contains(each.key()))
        .toList();
  }

  private static Commit commit(JsonNode each) {
    List<String> authors = new ArrayList<>();
    each.get("authors").forEach(author -> authors.add(author.asText()));
    return new Commit(
        Instant.parse(each.get("created_at").asText()),
        authors,
        each.get("title").asText() + "\n" + each.get("message").asText());
  }

  private static OptionalLong size(JsonNode stated) {
    double size = stated.asDouble(Double.NaN);
    return Double.isNaN(size) ? OptionalLong.empty() : OptionalLong.of((long) size);
  }

  private static JsonNode stated(JsonNode each, CommitClass one) {
    return each.get(one.name().toLowerCase(Locale.ROOT));
  }

  private static String label(JsonNode each) {
    return each.get("label").asText();
  }

  private static List<JsonNode> read(String file) {
    List<JsonNode> rows = new ArrayList<>();
    Hub.readLines(file, lines -> lines.map(HubCommits::json).forEach(rows::add));
    return rows;
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
