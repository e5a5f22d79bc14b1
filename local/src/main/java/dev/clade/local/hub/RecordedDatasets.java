package dev.clade.local.hub;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The datasets of July 2024. */
final class RecordedDatasets {
  private final SimulatedHub hub;
  private final Path data;

  RecordedDatasets(SimulatedHub hub, Path data) {
    this.hub = hub;
    this.data = data;
  }

  /** Adds at most so many datasets. */
  int add(int most) throws IOException {
    Map<String, JsonObject> answers = new HashMap<>();
    RecordedFiles.pages(
        data.resolve("hub_datasets_2024_07/api_pages"),
        answer -> {
          answers.put(Json.string(answer, "id"), answer);
          return true;
        });
    int[] added = {0};
    RecordedFiles.table(
        data.resolve("hub_datasets_2024_07/datasets.tsv.gz"),
        row -> {
          if (added[0] == most) {
            return false;
          }
          added[0]++;
          JsonObject answer = answers.remove(row[0]);
          hub.add(
              answer == null ? ofRow(row) : RecordedAnswer.read(RepositoryKind.DATASET, answer));
          return true;
        });
    return added[0];
  }

  private static Repository ofRow(String[] row) {
    int likes = Integer.parseInt(row[5]);
    RepositoryBuilder builder =
        Repository.builder(RepositoryKind.DATASET, row[0], Instant.parse(row[2]))
            .lastModified(Instant.parse(row[3]))
            .downloads(Integer.parseInt(row[4]))
            .likes(likes)
            .trendingScore(Assumed.trendingScore(likes))
            .gate(Gate.ofText(row[6]))
            .visibility(Boolean.parseBoolean(row[7]) ? Visibility.DISABLED : Visibility.PUBLIC)
            .tags(row[9].isEmpty() ? List.of() : Arrays.asList(row[9].split("\\|")));
    return (row[8].isEmpty()
            ? builder
            : builder.detail("paperswithcode_id", new JsonPrimitive(row[8])))
        .build();
  }
}
