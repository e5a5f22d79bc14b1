package dev.clade.ingest.hub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.clade.ingest.artifact.FieldRules;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads what people wrote and PostgreSQL is to store. */
final class Texts {
  private static final int LONGEST = 100_000;

  private Texts() {}

  /**
   * Returns a text without what cannot be stored, cut when it is too long; empty when there is
   * none.
   */
  static String of(JsonNode node) {
    String text = node.asText("");
    StringBuilder kept = new StringBuilder(Math.min(text.length(), LONGEST));
    text.codePoints()
        .filter(c -> c != 0 && c != FieldRules.SEPARATOR)
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '\uFFFD' : c)
        .limit(LONGEST)
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** Returns a time; the epoch when there is none that can be read. */
  static Instant time(JsonNode node) {
    try {
      return OffsetDateTime.parse(node.asText("")).toInstant();
    } catch (DateTimeException e) {
      return Instant.EPOCH;
    }
  }
}
