package dev.clade.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.clade.ingest.artifact.ArtifactKind;
import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads the fields of records that are JSON objects. */
final class JsonFields {
  /** The field that tells the kind, as the hub's own clients call it. */
  static final String KIND = "repoType";

  private static final JsonFactory JSON = new JsonFactory();

  private JsonFields() {}

  /**
   * Shows the fields of a record to a reader, in their order.
   *
   * @throws RefusedRecordException when the record is not one JSON object, or as the reader does
   */
  static void each(String record, FieldReader reader) throws RefusedRecordException {
    try (JsonParser json = JSON.createParser(record)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw malformed("the record must be one JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        reader.read(json, field);
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
  }

  /** Returns the text that a record's first field has, if the field is of that name; else null. */
  static String first(String record, String field) {
    try (JsonParser json = JSON.createParser(record)) {
      boolean found =
          json.nextToken() == JsonToken.START_OBJECT
              && json.nextToken() == JsonToken.FIELD_NAME
              && json.currentName().equals(field);
      return found ? json.nextTextValue() : null;
    } catch (JsonProcessingException e) {
      // Whoever reads the record tells what is wrong with it.
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException("reading memory failed", e);
    }
  }

  static ArtifactKind kind(JsonParser json) throws IOException, RefusedRecordException {
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

  /** Returns a text; null when there is none. */
  static String text(JsonParser json, String field) throws IOException, RefusedRecordException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> json.getText();
      case VALUE_NULL -> null;
      default -> throw refused(json, field, "must be a text");
    };
  }

  /** Returns a whole number; 0 when there is none. */
  static long count(JsonParser json, String field) throws IOException, RefusedRecordException {
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

  static RefusedRecordException refused(JsonParser json, String field, String rule)
      throws IOException {
    return RefusedRecordException.field(
        QuarantineReason.FIELD_MALFORMED, field, json.getText(), rule);
  }

  private static RefusedRecordException malformed(String detail) {
    return new RefusedRecordException(QuarantineReason.MALFORMED_JSON, detail);
  }

  /** Takes up the fields of a record. */
  interface FieldReader {
    /**
     * Reads a field to the end of its value, or passes over it.
     *
     * @param json stands on the first token of the value
     */
    void read(JsonParser json, String field) throws IOException, RefusedRecordException;
  }
}
