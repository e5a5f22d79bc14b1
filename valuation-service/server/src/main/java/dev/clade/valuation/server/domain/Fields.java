package dev.clade.valuation.server.domain;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.regex.Pattern;

/** Rules that several fields share. */
public final class Fields {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_.-]{1,63}");

  private Fields() {}

  /**
   * Checks an identifier.
   *
   * @throws CladeException when it is missing or not 1 to 63 letters, digits, -, _ or .
   */
  public static void requireIdentifier(String field, String value) {
    if (value.isEmpty()) {
      throw CladeException.missingField(field);
    }
    if (!IDENTIFIER.matcher(value).matches()) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, field, value, "must be 1 to 63 letters, digits, -, _ or .");
    }
  }

  /**
   * Checks a number.
   *
   * @throws CladeException when it is outside the range
   */
  public static void requireRange(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw CladeException.invalidField(
          Reason.FIELD_OUT_OF_RANGE,
          field,
          value,
          "must be from %,d to %,d".formatted(least, most));
    }
  }

  /**
   * Checks a text.
   *
   * @throws CladeException when it is longer than so many characters or holds NUL, which the
   *     database cannot keep
   */
  public static void requireText(String field, String value, int longest) {
    if (value.length() > longest) {
      throw CladeException.invalidField(
          Reason.FIELD_TOO_LONG, field, value, "must be at most %,d characters".formatted(longest));
    }
    if (value.indexOf('\0') >= 0) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, field, value.replace('\0', '?'), "must not hold NUL");
    }
  }
}
