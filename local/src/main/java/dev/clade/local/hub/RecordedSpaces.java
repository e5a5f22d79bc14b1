package dev.clade.local.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The spaces that model families were seen to be used in. Only their names and uses were recorded:
 * they carry the date of the hub's recording and the commonest kind of application.
 */
final class RecordedSpaces {
  private static final String SDK = "gradio";

  private final SimulatedHub hub;
  private final Path data;

  RecordedSpaces(SimulatedHub hub, Path data) {
    this.hub = hub;
    this.data = data;
  }

  /** Adds at most so many spaces, and their names to the models that they use. */
  int add(int most) throws IOException {
    Map<String, Set<String>> modelsBySpace = new TreeMap<>();
    Map<String, Set<String>> spacesByModel = new TreeMap<>();
    RecordedFiles.table(
        data.resolve("model_families_2025_04/spaces.tsv.gz"),
        row -> {
          boolean known = modelsBySpace.containsKey(row[1]);
          if (known || modelsBySpace.size() < most) {
            modelsBySpace.computeIfAbsent(row[1], unused -> new TreeSet<>()).add(row[0]);
            spacesByModel.computeIfAbsent(row[0], unused -> new TreeSet<>()).add(row[1]);
          }
          return true;
        });
    modelsBySpace.forEach((space, models) -> hub.add(space(space, models)));
    spacesByModel.forEach(
        (model, spaces) -> {
          if (hub.find(RepositoryKind.MODEL, model).isPresent()) {
            hub.update(
                RepositoryKind.MODEL, model, builder -> builder.detail("spaces", list(spaces)));
          }
        });
    return modelsBySpace.size();
  }

  static Repository space(String id, Set<String> models) {
    return Repository.builder(RepositoryKind.SPACE, id, SimulatedHub.RECORDED)
        .tags(List.of(SDK, "region:us"))
        .detail("sdk", new JsonPrimitive(SDK))
        .detail("models", list(models))
        .build();
  }

  private static JsonElement list(Set<String> names) {
    return JsonParser.parseString(Json.text(names));
  }
}
