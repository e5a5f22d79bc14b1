package dev.clade.ingest.artifact;

/**
 * Tells why a record is refused. It is an ordinary outcome of reading a file, so it carries no
 * stack trace: files with millions of bad records are read as fast as good ones.
 */
public final class RefusedRecordException extends Exception {
  private static final int LONGEST_VALUE = 100;

  private final QuarantineReason reason;
  private final String field;

  /**
   * Creates the refusal of a record as a whole.
   *
   * @param detail the rule and what broke it, for people
   */
  public RefusedRecordException(QuarantineReason reason, String detail) {
    this(reason, "", detail);
  }

  private RefusedRecordException(QuarantineReason reason, String field, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
    this.field = field;
  }

  /**
   * Returns the refusal of a field.
   *
   * @param value what was found; long ones are cut, what cannot be stored is replaced
   * @param rule what holds of a good value, such as {@code must be at least 0}
   */
  public static RefusedRecordException field(
      QuarantineReason reason, String field, String value, String rule) {
    return new RefusedRecordException(
        reason, field, "%s %s; it is \"%s\"".formatted(field, rule, shown(value)));
  }

  /** Returns the refusal of a record that lacks a required field. */
  public static RefusedRecordException missing(String field) {
    return new RefusedRecordException(
        QuarantineReason.FIELD_MISSING, field, field + " is required");
  }

  /** Returns the catalogued reason. */
  public QuarantineReason reason() {
    return reason;
  }

  /** Returns the field that broke the rule; empty when the record as a whole did. */
  public String field() {
    return field;
  }

  private static String shown(String value) {
    String start = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
    StringBuilder shown = new StringBuilder(start.length());
    start
        .codePoints()
        .map(c -> Character.isISOControl(c) || isSurrogate(c) ? '\uFFFD' : c)
        .forEach(shown::appendCodePoint);
    return start.length() == value.length()
        ? shown.toString()
        : "%s… (%d characters)".formatted(shown, value.length());
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
