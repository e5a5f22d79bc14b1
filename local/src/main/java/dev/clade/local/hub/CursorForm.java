package dev.clade.local.hub;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.clade.local.hub.Ordering.Position;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A way to write a place in a list, which clients must not look into. The hub accepts both at any
 * time.
 */
enum CursorForm {
  /** Base64 of the filter that selects what comes after the place, as the real hub wrote it. */
  FILTER {
    @Override
    String write(Ordering ordering, Position place, int variant) {
      String field = ordering.sort().field();
      JsonArray alternatives = new JsonArray();
      JsonObject same = new JsonObject();
      same.add(field, ordering.sort().json(place.key()));
      same.add("_id", object("$gt", place.objectId().toString()));
      alternatives.add(same);
      JsonObject beyond = new JsonObject();
      beyond.add(ordering.ascending() ? "$gt" : "$lt", ordering.sort().json(place.key()));
      alternatives.add(object(field, beyond));
      if (!ordering.ascending()) {
        alternatives.add(object(field, JsonNull.INSTANCE));
      }
      JsonObject filter = object("$or", alternatives);
      if (variant > 0) {
        filter.addProperty("v", variant);
      }
      return encode(filter);
    }

    @Override
    Position read(Ordering ordering, JsonObject cursor) {
      JsonArray alternatives = cursor.getAsJsonArray("$or");
      JsonObject same = alternatives.get(0).getAsJsonObject();
      JsonObject beyond =
          alternatives.get(1).getAsJsonObject().getAsJsonObject(ordering.sort().field());
      if (!beyond.has(ordering.ascending() ? "$gt" : "$lt")) {
        throw new IllegalArgumentException("the cursor goes the other way");
      }
      return place(
          ordering,
          same.get(ordering.sort().field()),
          same.getAsJsonObject("_id").get("$gt").getAsString());
    }
  },

  /** Base64 of the key and the identifier by other names, for the day when the hub changes it. */
  NAMED {
    @Override
    String write(Ordering ordering, Position place, int variant) {
      JsonObject cursor = new JsonObject();
      cursor.addProperty("sort", ordering.sort().field());
      cursor.addProperty("ascending", ordering.ascending());
      cursor.add("after", ordering.sort().json(place.key()));
      cursor.addProperty("lastId", place.objectId().toString());
      cursor.addProperty("variant", variant);
      return encode(cursor);
    }

    @Override
    Position read(Ordering ordering, JsonObject cursor) {
      if (!ordering.sort().field().equals(cursor.get("sort").getAsString())
          || ordering.ascending() != cursor.get("ascending").getAsBoolean()) {
        throw new IllegalArgumentException("the cursor is of another order");
      }
      return place(ordering, cursor.get("after"), cursor.get("lastId").getAsString());
    }
  };

  /**
   * Writes a place.
   *
   * @param variant 0, or another number to get another text for the same place
   */
  abstract String write(Ordering ordering, Position place, int variant);

  abstract Position read(Ordering ordering, JsonObject cursor);

  /**
   * Reads a place, whichever way it was written.
   *
   * @throws RefusedRequestException when the hub never gave such a cursor for such a list
   */
  static Position parse(Ordering ordering, String cursor) {
    try {
      byte[] json = Base64.getDecoder().decode(cursor);
      JsonObject object = Json.object(new String(json, StandardCharsets.UTF_8));
      return (object.has("$or") ? FILTER : NAMED).read(ordering, object);
    } catch (IllegalArgumentException
        | IllegalStateException
        | NullPointerException
        | IndexOutOfBoundsException
        | ClassCastException
        | JsonParseException e) {
      throw RefusedRequestException.badRequest("Invalid cursor");
    }
  }

  private static Position place(Ordering ordering, JsonElement key, String objectId) {
    return new Position(ordering.sort().key(key.getAsJsonPrimitive()), ObjectId.parse(objectId));
  }

  private static String encode(JsonObject cursor) {
    return Base64.getEncoder().encodeToString(cursor.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonObject object(String name, JsonElement value) {
    JsonObject object = new JsonObject();
    object.add(name, value);
    return object;
  }

  private static JsonObject object(String name, String value) {
    JsonObject object = new JsonObject();
    object.addProperty(name, value);
    return object;
  }
}
