package dev.clade.local.hub;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;

/** JSON as the hub writes it: compact, null members kept, nothing escaped for HTML. */
final class Json {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private Json() {}

  static String text(Object value) {
    return GSON.toJson(value);
  }

  /** Returns a list of texts as JSON. */
  static String text(List<String> values) {
    StringBuilder out = new StringBuilder();
    char before = '[';
    for (String value : values) {
      quote(value, out.append(before));
      before = ',';
    }
    return (values.isEmpty() ? out.append('[') : out).append(']').toString();
  }

  /** Appends a text as JSON. */
  static void quote(String value, StringBuilder out) {
    for (int i = 0; i < value.length(); i++) {
      char character = value.charAt(i);
      if (character < ' ' || character == '"' || character == '\\') {
        out.append(GSON.toJson(value));
        return;
      }
    }
    out.append('"').append(value).append('"');
  }

  static JsonObject object(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  static List<String> strings(String text) {
    return List.of(GSON.fromJson(text, String[].class));
  }

  /** Returns a member, or null where there is none or it is a JSON null. */
  static JsonElement member(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull() ? null : value;
  }

  static String string(JsonObject object, String name) {
    JsonElement value = member(object, name);
    return value == null ? null : value.getAsString();
  }

  static int number(JsonObject object, String name) {
    JsonElement value = member(object, name);
    return value == null ? 0 : value.getAsInt();
  }
}
