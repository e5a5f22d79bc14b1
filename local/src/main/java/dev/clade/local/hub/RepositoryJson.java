package dev.clade.local.hub;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
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

  private RepositoryJson() {}

  static void write(Repository repository, Fields fields, StringBuilder out) {
    JsonWriter json = new JsonWriter(new Appender(out));
    try {
      json.beginObject();
      json.name("_id").value(repository.objectId().toString());
      json.name("id").value(repository.id());
      writeDescription(repository, fields, json);
      writeFigures(repository, fields, json);
      writeDetails(repository, fields, json);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void writeDescription(Repository repository, Fields fields, JsonWriter json)
      throws IOException {
    if (fields.has("author") && repository.author() != null) {
      json.name("author").value(repository.author());
    }
    if (fields.has("disabled")) {
      json.name("disabled").value(repository.visibility() == Visibility.DISABLED);
    }
    if (fields.has("gated")) {
      json.name("gated").jsonValue(repository.gate().json().toString());
    }
    if (fields.has("private")) {
      json.name("private").value(repository.visibility() == Visibility.PRIVATE);
    }
    if (fields.has("tags")) {
      json.name("tags").jsonValue(repository.tagsJson());
    }
    if (repository.kind() == RepositoryKind.MODEL) {
      if (fields.has("pipeline_tag") && repository.pipelineTag() != null) {
        json.name("pipeline_tag").value(repository.pipelineTag());
      }
      if (fields.has("library_name") && repository.libraryName() != null) {
        json.name("library_name").value(repository.libraryName());
      }
      if (fields.has("modelId")) {
        json.name("modelId").value(repository.id());
      }
    }
    if (fields.has("key") && repository.kind() == RepositoryKind.DATASET) {
      json.name("key").value("");
    }
  }

  private static void writeFigures(Repository repository, Fields fields, JsonWriter json)
      throws IOException {
    if (fields.has("createdAt")) {
      json.name("createdAt").value(HubTime.text(repository.createdAt()));
    }
    if (fields.has("lastModified")) {
      json.name("lastModified").value(HubTime.text(repository.lastModified()));
    }
    if (fields.has("sha")) {
      json.name("sha").value(repository.sha());
    }
    if (fields.has("likes")) {
      json.name("likes").value(repository.likes());
    }
    if (fields.has("trendingScore")) {
      json.name("trendingScore").value(repository.trendingScore());
    }
    if (fields.has("downloads") && repository.kind() != RepositoryKind.SPACE) {
      json.name("downloads").value(repository.downloads());
    }
  }

  private static void writeDetails(Repository repository, Fields fields, JsonWriter json)
      throws IOException {
    String text = repository.detailsJson();
    JsonObject details = text == null ? new JsonObject() : Json.object(text);
    for (Map.Entry<String, JsonElement> detail : details.entrySet()) {
      if (fields.has(detail.getKey())) {
        json.name(detail.getKey()).jsonValue(detail.getValue().toString());
      }
    }
    if (fields.has("siblings") && !details.has("siblings")) {
      json.name("siblings").jsonValue(FIRST_FILE);
    }
  }

  /** A writer without the copies and locks of the JDK's own. */
  private static final class Appender extends Writer {
    private final StringBuilder out;

    private Appender(StringBuilder out) {
      this.out = out;
    }

    @Override
    public void write(char[] characters, int offset, int length) {
      out.append(characters, offset, length);
    }

    @Override
    public void write(int character) {
      out.append((char) character);
    }

    @Override
    public void write(String text, int offset, int length) {
      out.append(text, offset, offset + length);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
