package dev.clade.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.clade.ingest.artifact.Artifact;
import dev.clade.ingest.artifact.ArtifactRules;
import dev.clade.ingest.artifact.DeclaredModel;
import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Reads models as the hub's list API gives them, and as published snapshots of it do under other
 * names: {@code id} or {@code modelId}, {@code createdAt} or {@code created_at}, {@code downloads}
 * or {@code downloads_30d}, {@code library_name} or {@code library}. Fields that are absent or null
 * are unknown; of a count, that is 0. {@code cardData}, which people write by hand, adds what it
 * says in the expected form and is otherwise passed over.
 */
public final class JsonModelParser implements RecordParser {
  private static final JsonFactory JSON = new JsonFactory();

  @Override
  public Artifact parse(byte[] line) throws RefusedRecordException {
    String text = Utf8.decode(line);
    DeclaredModel model = new DeclaredModel();
    try (JsonParser json = JSON.createParser(text)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("the record must be one JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        read(json, field, model);
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
    return ArtifactRules.artifactOf(model);
  }

  private static void read(JsonParser json, String field, DeclaredModel model)
      throws IOException, RefusedRecordException {
    switch (field) {
      case "id" -> model.id = text(json, field);
      case "modelId" -> {
        String id = text(json, field);
        model.id = model.id == null ? id : model.id;
      }
      case "createdAt", "created_at" -> model.createdAt = text(json, field);
      case "downloads", "downloads_30d" -> model.downloads = count(json, field);
      case "likes" -> model.likes = count(json, field);
      case "pipeline_tag" -> model.task = text(json, field);
      case "library_name", "library" -> model.library = text(json, field);
      case "tags" -> texts(json, field, model.tags);
      case "license" -> texts(json, field, model.licenses);
      case "languages" -> texts(json, field, model.languages);
      case "base_model" -> texts(json, field, model.baseModels);
      case "cardData" -> card(json, model);
      default -> json.skipChildren();
    }
  }

  private static void card(JsonParser json, DeclaredModel model) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "license" -> lenientTexts(json, model.licenses);
        case "language" -> lenientTexts(json, model.languages);
        case "base_model" -> lenientTexts(json, model.baseModels);
        case "datasets" -> lenientTexts(json, model.datasets);
        default -> json.skipChildren();
      }
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
