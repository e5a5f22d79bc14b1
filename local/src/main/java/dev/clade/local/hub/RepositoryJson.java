package dev.clade.local.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Set;

/** Writes what the hub tells of a repository. */
final class RepositoryJson {
  /** Members that a {@link Repository} keeps apart; all others are its details. */
  static final Set<String> APART =
      Set.of(
          "_id",
          "id",
          "modelId",
          "author",
          "key",
          "private",
          "disabled",
          "gated",
          "createdAt",
          "lastModified",
          "sha",
          "likes",
          "downloads",
          "trendingScore",
          "pipeline_tag",
          "library_name",
          "tags");

  /** The file that every repository of the hub begins with. */
  private static final String FIRST_FILE = "[{\"rfilename\":\".gitattributes\"}]";

  private static final JsonObject NOTHING = new JsonObject();

  private RepositoryJson() {}

  static void write(Repository repository, Fields fields, StringBuilder out) {
    JsonMembers json = new JsonMembers(out);
    json.text("_id", repository.objectId().toString());
    json.text("id", repository.id());
    writeDescription(repository, fields, json);
    writeFigures(repository, fields, json);
    writeDetails(repository, fields, json);
    json.end();
  }

  private static void writeDescription(Repository repository, Fields fields, JsonMembers json) {
    String author = repository.author();
    if (fields.has("author") && author != null) {
      json.text("author", author);
    }
    if (fields.has("disabled")) {
      json.flag("disabled", repository.visibility() == Visibility.DISABLED);
    }
    if (fields.has("gated")) {
      json.raw("gated", repository.gate().json());
    }
    if (fields.has("private")) {
      json.flag("private", repository.visibility() == Visibility.PRIVATE);
    }
    if (fields.has("tags")) {
      json.raw("tags", repository.tagsJson());
    }
    if (repository.kind() == RepositoryKind.MODEL) {
      if (fields.has("pipeline_tag") && repository.pipelineTag() != null) {
        json.text("pipeline_tag", repository.pipelineTag());
      }
      if (fields.has("library_name") && repository.libraryName() != null) {
        json.text("library_name", repository.libraryName());
      }
      if (fields.has("modelId")) {
        json.text("modelId", repository.id());
      }
    }
    if (fields.has("key") && repository.kind() == RepositoryKind.DATASET) {
      json.text("key", "");
    }
  }

  private static void writeFigures(Repository repository, Fields fields, JsonMembers json) {
    if (fields.has("createdAt")) {
      json.text("createdAt", HubTime.text(repository.createdAt()));
    }
    if (fields.has("lastModified")) {
      json.text("lastModified", HubTime.text(repository.lastModified()));
    }
    if (fields.has("sha")) {
      json.text("sha", repository.sha());
    }
    if (fields.has("likes")) {
      json.number("likes", repository.likes());
    }
    if (fields.has("trendingScore")) {
      json.number("trendingScore", repository.trendingScore());
    }
    if (fields.has("downloads") && repository.kind() != RepositoryKind.SPACE) {
      json.number("downloads", repository.downloads());
    }
  }

  private static void writeDetails(Repository repository, Fields fields, JsonMembers json) {
    String text = repository.detailsJson();
    JsonObject details = text == null ? NOTHING : Json.object(text);
    for (Map.Entry<String, JsonElement> detail : details.entrySet()) {
      if (fields.has(detail.getKey())) {
        json.raw(detail.getKey(), detail.getValue().toString());
      }
    }
    if (fields.has("siblings") && !details.has("siblings")) {
      json.raw("siblings", FIRST_FILE);
    }
  }
}
