package dev.clade.local.hub;

import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;

/** What lists of repositories can be sorted by. */
public enum Sort {
  /** When it was created. */
  CREATED_AT("createdAt", true),
  /** When its files changed last. */
  LAST_MODIFIED("lastModified", true),
  /** How many like it. */
  LIKES("likes", false),
  /** Downloads of thirty days. */
  DOWNLOADS("downloads", false),
  /** The hub's own figure, by which it sorts where nothing else is asked for. */
  TRENDING_SCORE("trendingScore", false);

  private final String field;
  private final boolean time;

  Sort(String field, boolean time) {
    this.field = field;
    this.time = time;
  }

  /** Returns the name of the member that is sorted by. */
  public String field() {
    return field;
  }

  long key(Repository repository) {
    return switch (this) {
      case CREATED_AT -> repository.createdAt().toEpochMilli();
      case LAST_MODIFIED -> repository.lastModified().toEpochMilli();
      case LIKES -> repository.likes();
      case DOWNLOADS -> repository.downloads();
      case TRENDING_SCORE -> repository.trendingScore();
    };
  }

  /** Returns a key as the hub writes it: a time as a text, anything else as a number. */
  JsonPrimitive json(long keyValue) {
    return time
        ? new JsonPrimitive(HubTime.text(Instant.ofEpochMilli(keyValue)))
        : new JsonPrimitive(keyValue);
  }

  /** Returns the key that is written so. */
  long key(JsonPrimitive json) {
    try {
      return time ? Instant.parse(json.getAsString()).toEpochMilli() : json.getAsLong();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("no time: " + json, e);
    }
  }

  /** Returns the sort of a request, or that of one that asks for none. */
  static Sort of(HubRequest request) {
    String asked = request.parameter("sort");
    if (asked == null) {
      return TRENDING_SCORE;
    }
    for (Sort sort : values()) {
      if (sort.field.equals(asked)) {
        return sort;
      }
    }
    throw RefusedRequestException.badRequest("sort: \"%s\" is not known".formatted(asked));
  }
}
