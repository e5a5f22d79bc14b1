package dev.clade.valuation.document;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.erdtman.jcs.JsonCanonicalizer;

/**
 * The one form that equal values have as JSON, as RFC 8785 says: members by their names, nothing
 * between tokens, numbers as the shortest decimals that are the same double. Names are in
 * snake_case; a number that is unknown (NaN) is null; times are in ISO 8601. Whole numbers must be
 * within 2^53, which doubles hold exactly.
 */
public final class CanonicalJson {
  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .disableHtmlEscaping()
          .serializeNulls()
          .registerTypeAdapter(double.class, new UnknownAsNull())
          .registerTypeAdapter(Double.class, new UnknownAsNull())
          .registerTypeAdapter(Instant.class, new IsoTime())
          .create();

  private CanonicalJson() {}

  /** Returns a record, list or map in canonical form. */
  public static String write(Object value) {
    try {
      return new JsonCanonicalizer(GSON.toJson(value)).getEncodedString();
    } catch (IOException e) {
      throw new UncheckedIOException("a value that has no canonical form", e);
    }
  }

  /** Returns a record as a part of another. */
  public static JsonElement tree(Object value) {
    return GSON.toJsonTree(value);
  }

  /**
   * Reads a record back.
   *
   * @throws com.google.gson.JsonParseException when the text is none of that type
   */
  public static <T> T read(String json, Class<T> type) {
    return GSON.fromJson(json, type);
  }

  private static final class UnknownAsNull extends TypeAdapter<Double> {
    @Override
    public void write(JsonWriter out, Double value) throws IOException {
      if (value == null || value.isNaN()) {
        out.nullValue();
      } else {
        out.value(value);
      }
    }

    @Override
    public Double read(JsonReader in) throws IOException {
      if (in.peek() == JsonToken.NULL) {
        in.nextNull();
        return Double.NaN;
      }
      return in.nextDouble();
    }
  }

  private static final class IsoTime extends TypeAdapter<Instant> {
    @Override
    public void write(JsonWriter out, Instant value) throws IOException {
      out.value(value.toString());
    }

    @Override
    public Instant read(JsonReader in) throws IOException {
      return Instant.parse(in.nextString());
    }
  }
}
