package dev.clade.ingest.artifact;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** The rules that a field must keep, whatever the record. */
public final class FieldRules {
  /** Most characters of a task, a library, a license or a person's name. */
  public static final int LONGEST_WORD = 256;

  /** The unit separator, U+001F, which no text may contain, so that lists can be joined by it. */
  public static final char SEPARATOR = '\u001f';

  private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private FieldRules() {}

  static void checkIdentifier(String field, String id) throws RefusedRecordException {
    if (id == null || id.isEmpty()) {
      throw RefusedRecordException.missing(field);
    }
    if (id.length() > 2 * HubIdentifier.LONGEST_PART + 1) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_TOO_LONG, field, id, HubIdentifier.RULE);
    }
    if (!HubIdentifier.isValid(id)) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_MALFORMED, field, id, HubIdentifier.RULE);
    }
  }

  /** Returns a time, to the microsecond; null when there is none. */
  static Instant time(String field, String text) throws RefusedRecordException {
    if (text == null || text.isEmpty()) {
      return null;
    }
    Instant time;
    try {
      time = HubTime.parse(text);
    } catch (DateTimeException e) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_MALFORMED,
          field,
          text,
          "must be a time such as 2022-11-28T20:34:35.000Z");
    }
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_OUT_OF_RANGE, field, text, "must be from 1970 to 9999");
    }
    return time;
  }

  /** Returns a time as {@link #time} does, of a field that must have one. */
  static Instant requiredTime(String field, String text) throws RefusedRecordException {
    Instant time = time(field, text);
    if (time == null) {
      throw RefusedRecordException.missing(field);
    }
    return time;
  }

  static void checkCount(String field, long count) throws RefusedRecordException {
    if (count < 0) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_OUT_OF_RANGE, field, Long.toString(count), "must be at least 0");
    }
  }

  /** Returns a short text; empty when there is none. */
  static String word(String field, String text) throws RefusedRecordException {
    return text(field, text, LONGEST_WORD);
  }

  static void checkList(String field, List<String> texts, int longest, int most)
      throws RefusedRecordException {
    if (texts.size() > most) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_TOO_LONG,
          field,
          texts.size() + " entries",
          "must have at most %,d entries".formatted(most));
    }
    for (String text : texts) {
      text(field, text, longest);
    }
  }

  /**
   * Returns a text; empty when there is none. PostgreSQL stores neither NUL nor half a surrogate
   * pair, which JSON can smuggle in.
   */
  static String text(String field, String text, int longest) throws RefusedRecordException {
    if (text == null) {
      return "";
    }
    if (text.length() > longest) {
      throw RefusedRecordException.field(
          QuarantineReason.FIELD_TOO_LONG,
          field,
          text,
          "must have at most %,d characters".formatted(longest));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0 || c == SEPARATOR) {
        throw RefusedRecordException.field(
            QuarantineReason.FIELD_MALFORMED,
            field,
            text,
            "must not contain NUL or the unit separator, U+001F");
      }
      if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          throw RefusedRecordException.field(
              QuarantineReason.FIELD_MALFORMED, field, text, "must not contain half a character");
        }
        i++;
      }
    }
    return text;
  }

  private static boolean isPair(String text, int index) {
    return Character.isHighSurrogate(text.charAt(index))
        && index + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(index + 1));
  }
}
