package dev.clade.ingest.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.ArtifactRules;
import dev.clade.ingest.artifact.DeclaredArtifact;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.io.IOException;
import java.util.List;

/**
 * Reads repositories as the hub's API gives them, and as published snapshots of it do under other
 * names: {@code id} or {@code modelId}, {@code createdAt} or {@code created_at}, {@code
 * lastModified}, {@code last_modified} or {@code updated_at}, {@code downloads} or {@code
 * downloads_30d}, {@code library_name} or {@code library}. Fields that are absent or null are
 * unknown; of a count, that is 0. {@code cardData}, which people write by hand, adds what it says
 * in the expected form and is otherwise kept as it is. A first field {@code repoType}, that is
 * {@code model}, {@code dataset} or {@code space}, tells what the record describes.
 */
public final class JsonRecordParser implements RecordParser {
  private final ArtifactKind kind;

  /** Reads records of a kind, where they do not tell it. */
  public JsonRecordParser(ArtifactKind kind) {
    this.kind = kind;
  }

  @Override
  public Artifact parse(byte[] record) throws RefusedRecordException {
    return parse(Utf8.decode(record));
  }

  Artifact parse(String record) throws RefusedRecordException {
    Reading reading = new Reading(record);
    JsonFields.each(record, reading);
    return ArtifactRules.artifactOf(
        reading.declared == null ? new DeclaredArtifact(kind) : reading.declared);
  }

  private static void read(JsonParser json, String field, DeclaredArtifact declared, String record)
      throws IOException, RefusedRecordException {
    switch (field) {
      case "id" -> declared.id = JsonFields.text(json, field);
      case "modelId" -> {
        String id = JsonFields.text(json, field);
        declared.id = declared.id == null ? id : declared.id;
      }
      case "_id" -> declared.hubId = JsonFields.text(json, field);
      case "createdAt", "created_at" -> declared.createdAt = JsonFields.text(json, field);
      case "lastModified", "last_modified", "updated_at" ->
          declared.modifiedAt = JsonFields.text(json, field);
      case "sha" -> declared.revision = JsonFields.text(json, field);
      case "downloads", "downloads_30d" -> declared.downloads = JsonFields.count(json, field);
      case "likes" -> declared.likes = JsonFields.count(json, field);
      case "pipeline_tag" -> declared.task = JsonFields.text(json, field);
      case "library_name", "library", "sdk" -> declared.library = JsonFields.text(json, field);
      case "gated" -> declared.gated = gated(json);
      case "private", "disabled" ->
          declared.withheld |= json.currentToken() == JsonToken.VALUE_TRUE;
      case "removed" -> declared.removed = json.currentToken() == JsonToken.VALUE_TRUE;
      case "removed_at" -> declared.removedAt = JsonFields.text(json, field);
      case "parameters" -> declared.parameters = parameters(json, field);
      case "safetensors" -> safetensors(json, declared);
      case "formats" -> texts(json, field, declared.formats);
      case "tags" -> texts(json, field, declared.tags);
      case "license" -> texts(json, field, declared.licenses);
      case "languages" -> texts(json, field, declared.languages);
      case "base_model" -> texts(json, field, declared.baseModels);
      case "models" -> lenientTexts(json, declared.models);
      case "datasets" -> lenientTexts(json, declared.datasets);
      case "siblings" -> files(json, declared.files);
      case "cardData" -> card(json, declared, record);
      default -> json.skipChildren();
    }
  }

  private static Boolean gated(JsonParser json) throws IOException, RefusedRecordException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_FALSE -> false;
      case VALUE_TRUE, VALUE_STRING -> true;
      default -> throw JsonFields.refused(json, "gated", "must be false, true or a text");
    };
  }

  /** Some snapshots write the number, others how many of each type, as the hub's safetensors. */
  private static long parameters(JsonParser json, String field)
      throws IOException, RefusedRecordException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      json.skipChildren();
      return 0;
    }
    return JsonFields.count(json, field);
  }

  private static void safetensors(JsonParser json, DeclaredArtifact declared)
      throws IOException, RefusedRecordException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      if (field.equals("total") && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        declared.parameters = JsonFields.count(json, "safetensors.total");
      } else {
        json.skipChildren();
      }
    }
  }

  private static void files(JsonParser json, List<String> into) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.START_OBJECT) {
        json.skipChildren();
        continue;
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean name = json.currentName().equals("rfilename");
        json.nextToken();
        if (name) {
          lenientText(json, into);
        } else {
          json.skipChildren();
        }
      }
    }
  }

  private static void card(JsonParser json, DeclaredArtifact declared, String record)
      throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    int start = (int) json.currentTokenLocation().getCharOffset();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "license" -> lenientTexts(json, declared.licenses);
        case "language" -> lenientTexts(json, declared.languages);
        case "base_model" -> lenientTexts(json, declared.baseModels);
        case "datasets" -> lenientTexts(json, declared.datasets);
        case "models" -> lenientTexts(json, declared.models);
        default -> json.skipChildren();
      }
    }
    int end = (int) json.currentLocation().getCharOffset();
    if (end - start > "{}".length()) {
      declared.cardData = record.substring(start, end);
    }
  }

  private static void lenientTexts(JsonParser json, List<String> into) throws IOException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      lenientText(json, into);
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      lenientText(json, into);
    }
  }

  private static void lenientText(JsonParser json, List<String> into) throws IOException {
    if (json.currentToken() == JsonToken.VALUE_STRING) {
      into.add(json.getText());
    } else {
      json.skipChildren();
    }
  }

  /** Reads one text or a list of them. */
  private static void texts(JsonParser json, String field, List<String> into)
      throws IOException, RefusedRecordException {
    if (json.currentToken() != JsonToken.START_ARRAY) {
      String one = JsonFields.text(json, field);
      if (one != null) {
        into.add(one);
      }
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String one = JsonFields.text(json, field);
      if (one == null) {
        throw JsonFields.refused(json, field, "must be a list of texts");
      }
      into.add(one);
    }
  }

  /** The reading of one record: its first field decides what the others are read into. */
  private final class Reading implements JsonFields.FieldReader {
    private final String record;
    private DeclaredArtifact declared;

    private Reading(String record) {
      this.record = record;
    }

    @Override
    public void read(JsonParser json, String field) throws IOException, RefusedRecordException {
      if (declared == null) {
        boolean told = field.equals(JsonFields.KIND);
        declared = new DeclaredArtifact(told ? JsonFields.kind(json) : kind);
        if (told) {
          return;
        }
      }
      JsonRecordParser.read(json, field, declared, record);
    }
  }
}
