package dev.clade.local.print;

import com.google.gson.FieldNamingPolicy;
import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonDeserializer;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.TypeRegistry;
import com.google.protobuf.util.JsonFormat;
import dev.clade.ingest.v1.ImportMetadata;
import dev.clade.ingest.v1.ImportResult;
import java.time.Instant;

/**
 * Writes answers as JSON: messages in the mapping of Protocol Buffers under their contract's field
 * names, records of this module with snake_case names, both with every field.
 */
public final class Json {
  private static final Gson GSON =
      new GsonBuilder()
          .setFieldNamingPolicy(FieldNamingPolicy.LOWER_CASE_WITH_UNDERSCORES)
          .serializeSpecialFloatingPointValues()
          .disableHtmlEscaping()
          .setPrettyPrinting()
          .registerTypeAdapter(
              Instant.class,
              (JsonSerializer<Instant>)
                  (instant, type, context) -> new JsonPrimitive(instant.toString()))
          .registerTypeAdapter(
              Instant.class,
              (JsonDeserializer<Instant>)
                  (text, type, context) -> Instant.parse(text.getAsString()))
          .registerTypeHierarchyAdapter(
              Message.class, (JsonSerializer<Message>) (message, type, context) -> element(message))
          .create();

  private static final Gson LINES =
      GSON.newBuilder().setFormattingStyle(FormattingStyle.COMPACT).create();

  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer()
          .preservingProtoFieldNames()
          .alwaysPrintFieldsWithNoPresence()
          .usingTypeRegistry(
              TypeRegistry.newBuilder()
                  .add(ImportMetadata.getDescriptor())
                  .add(ImportResult.getDescriptor())
                  .build());

  private Json() {}

  /** Returns a record or message as indented JSON. */
  public static String pretty(Object value) {
    return GSON.toJson(value);
  }

  /** Returns a record or message as JSON in one line. */
  public static String line(Object value) {
    return LINES.toJson(value);
  }

  /** Reads a record back. */
  public static <T> T parse(String json, Class<T> type) {
    return GSON.fromJson(json, type);
  }

  private static JsonElement element(MessageOrBuilder message) {
    try {
      return JsonParser.parseString(PRINTER.print(message));
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a message that cannot be written as JSON", e);
    }
  }
}
