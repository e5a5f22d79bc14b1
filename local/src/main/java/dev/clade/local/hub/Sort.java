package dev.clade.local.hub;

import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.ToLongFunction;

/** What lists of repositories can be sorted by. */
public enum Sort {
  /** When it was created. */
  CREATED_AT("createdAt", repository -> repository.createdAt().toEpochMilli(), true),
  /** When its files changed last. */
  LAST_MODIFIED("lastModified", repository -> repository.lastModified().toEpochMilli(), true),
  /** How many like it. */
  LIKES("likes", Repository::likes, false),
  /** Downloads of thirty days. */
  DOWNLOADS("downloads", Repository::downloads, false),
  /** The hub's own figure, by which it sorts where nothing else is asked for. */
  TRENDING_SCORE("trendingScore", Repository::trendingScore, false);

  private final String field;
  private final ToLongFunction<Repository> key;
  private final boolean time;

  Sort(String field, ToLongFunction<Repository> key, boolean time) {
    this.field = field;
    this.key = key;
    this.time = time;
  }

  /** Returns the name of the member that is sorted by. */
  public String field() {
    return field;
  }

  long key(Repository repository) {
    return key.applyAsLong(repository);
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
