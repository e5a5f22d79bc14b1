package dev.clade.ingest.format;

import dev.clade.ingest.artifact.QuarantineReason;
import dev.clade.ingest.artifact.RefusedRecordException;

/** Tells what is wrong with a count that is no {@code long}. */
final class Counts {
  private Counts() {}

  static RefusedRecordException malformed(String field, String text) {
    if (text.isEmpty()) {
      return RefusedRecordException.missing(field);
    }
    return text.chars().skip(text.startsWith("-") ? 1 : 0).allMatch(Counts::isDigit)
        ? RefusedRecordException.field(
            QuarantineReason.FIELD_OUT_OF_RANGE, field, text, "must be at most 2^63 - 1")
        : RefusedRecordException.field(
            QuarantineReason.FIELD_MALFORMED, field, text, "must be a whole number");
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
