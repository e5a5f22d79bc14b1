package dev.clade.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.ArtifactRules;
import dev.clade.ingest.artifact.DeclaredArtifact;
import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;
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
  /** The field that tells the kind, as the hub's own clients call it: the first, when there. */
  static final String KIND = "repoType";

  private static final JsonFactory JSON = new JsonFactory();

  private final ArtifactKind kind;

  /** Reads records of a kind, where they do not tell it. */
  public JsonRecordParser(ArtifactKind kind) {
    this.kind = kind;
  }

  @Override
  public Artifact parse(byte[] line) throws RefusedRecordException {
    String text = Utf8.decode(line);
    DeclaredArtifact declared = new DeclaredArtifact(kind);
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("the record must be one JSON object");
      }
      JsonToken next = json.nextToken();
      if (next == JsonToken.FIELD_NAME && json.currentName().equals(KIND)) {
        json.nextToken();
        declared = new DeclaredArtifact(kind(json));
        next = json.nextToken();
      }
      while (next == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        read(json, field, declared, text);
        next = json.nextToken();
      }
      if (json.nextToken() != null) {
        throw malformed("the record must be one JSON object and nothing after it");
      }
    } catch (JsonProcessingException e) {
      JsonLocation place = e.getLocation();
      throw malformed(
          place == null
              ? "the record must be valid JSON of bounded depth"
              : "the record must be valid JSON; it is not near column " + place.getColumnNr());
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory failed", e);
    }
    return ArtifactRules.artifactOf(declared);
  }

  private static void read(JsonParser json, String field, DeclaredArtifact declared, String record)
      throws IOException, RefusedRecordException {
    switch (field) {
      case "id" -> declared.id = text(json, field);
      case "modelId" -> {
        String id = text(json, field);
        declared.id = declared.id == null ? id : declared.id;
      }
      case "_id" -> declared.hubId = text(json, field);
      case "createdAt", "created_at" -> declared.createdAt = text(json, field);
      case "lastModified", "last_modified", "updated_at" -> declared.modifiedAt = text(json, field);
      case "sha" -> declared.revision = text(json, field);
      case "downloads", "downloads_30d" -> declared.downloads = count(json, field);
      case "likes" -> declared.likes = count(json, field);
      case "pipeline_tag" -> declared.task = text(json, field);
      case "library_name", "library", "sdk" -> declared.library = text(json, field);
      case "gated" -> declared.gated = gated(json);
      case "private", "disabled" ->
          declared.withheld |= json.currentToken() == JsonToken.VALUE_TRUE;
      case "removed" -> declared.removed = json.currentToken() == JsonToken.VALUE_TRUE;
      case "removed_at" -> declared.removedAt = text(json, field);
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

  private static ArtifactKind kind(JsonParser json) throws IOException, RefusedRecordException {
    String declared = text(json, KIND);
    if (declared == null) {
      throw RefusedRecordException.missing(KIND);
    }
    return switch (declared) {
      case "model" -> ArtifactKind.MODEL;
      case "dataset" -> ArtifactKind.DATASET;
      case "space" -> ArtifactKind.SPACE;
      default -> throw refused(json, KIND, "must be model, dataset or space");
    };
  }

  private static Boolean gated(JsonParser json) throws IOException, RefusedRecordException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> null;
      case VALUE_FALSE -> false;
      case VALUE_TRUE, VALUE_STRING -> true;
      default -> throw refused(json, "gated", "must be false, true or a text");
    };
  }

  /** Some snapshots write the number, others how many of each type, as the hub's safetensors. */
  private static long parameters(JsonParser json, String field)
      throws IOException, RefusedRecordException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      json.skipChildren();
      return 0;
    }
    return count(json, field);
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
        declared.parameters = count(json, "safetensors.total");
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
      String one = text(json, field);
      if (one != null) {
        into.add(one);
      }
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      String one = text(json, field);
      if (one == null) {
        throw refused(json, field, "must be a list of texts");
      }
      into.add(one);
    }
  }

  private static String text(JsonParser json, String field)
      throws IOException, RefusedRecordException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NULL -> null;
      default -> throw refused(json, field, "must be a text");
    };
  }

  private static long count(JsonParser json, String field)
      throws IOException, RefusedRecordException {
    return switch (json.currentToken()) {
      case VALUE_NULL -> 0;
      case VALUE_NUMBER_INT -> {
        if (json.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
          throw Counts.malformed(field, json.getText());
        }
        yield json.getLongValue();
      }
      default -> throw refused(json, field, "must be a whole number");
    };
  }

  private static RefusedRecordException refused(JsonParser json, String field, String rule)
      throws IOException {
    return RefusedRecordException.field(
        QuarantineReason.FIELD_MALFORMED, field, json.getText(), rule);
  }

  private static RefusedRecordException malformed(String detail) {
    return new RefusedRecordException(QuarantineReason.MALFORMED_JSON, detail);
  }
}
