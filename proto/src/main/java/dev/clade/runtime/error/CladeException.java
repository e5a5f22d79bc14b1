package dev.clade.runtime.error;

import com.google.common.collect.Maps;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A failure with a catalogued reason, the same on the service that throws it and on the client that
 * receives it. Its message and metadata are meant for the caller.
 */
public final class CladeException extends RuntimeException {
  private static final int LONGEST_VALUE = 100;

  /**
   * Bytes of UTF-8. Headers have a message with up to three bytes for one, and all once more in
   * base 64; together that is well within the 8 KiB that clients take.
   */
  private static final int LONGEST_MESSAGE = 1_000;

  private static final int LONGEST_FACT = 300;

  /** Room for what says that a text is cut, so that one that is stays as it is. */
  private static final int CUT_WORDS = 30;

  private final Reason reason;
  private final transient Map<String, String> metadata;
  private final transient Optional<Duration> retryDelay;

  /**
   * Creates a failure. Texts that would not fit an answer's headers are cut.
   *
   * @param message one sentence for the caller, without internals
   * @param metadata facts for programs, such as {@code resource}; keys in lowerCamelCase
   */
  public CladeException(Reason reason, String message, Map<String, String> metadata) {
    this(reason, message, metadata, null);
  }

  /**
   * As {@link #CladeException(Reason, String, Map)}, with a cause that is logged but never sent.
   */
  public CladeException(
      Reason reason, String message, Map<String, String> metadata, Throwable cause) {
    this(reason, message, metadata, cause, Optional.empty());
  }

  private CladeException(
      Reason reason,
      String message,
      Map<String, String> metadata,
      Throwable cause,
      Optional<Duration> retryDelay) {
    super(fitting(message, LONGEST_MESSAGE), cause);
    this.reason = reason;
    this.metadata = Map.copyOf(Maps.transformValues(metadata, fact -> fitting(fact, LONGEST_FACT)));
    this.retryDelay = retryDelay;
  }

  /** Returns the same failure with how long a caller should wait before trying again. */
  public CladeException retryAfter(Duration delay) {
    return new CladeException(reason, getMessage(), metadata, getCause(), Optional.of(delay));
  }

  /**
   * Returns the failure of a field that breaks a rule: it names the field, the value (long ones
   * cut) and the rule.
   *
   * @param field name as in the contract, such as {@code page_size}
   * @param value the value found
   * @param rule what holds of a good value, such as {@code must be at least 0}
   */
  public static CladeException invalidField(
      Reason reason, String field, Object value, String rule) {
    String shown = abbreviate(String.valueOf(value));
    return new CladeException(
        reason,
        "%s %s; it is \"%s\"".formatted(field, rule, shown),
        Map.of("field", field, "value", shown, "rule", rule));
  }

  /** Returns the failure of a required field that is missing or empty. */
  public static CladeException missingField(String field) {
    return new CladeException(
        Reason.FIELD_REQUIRED,
        field + " is required",
        Map.of("field", field, "value", "", "rule", "is required"));
  }

  /** Returns the failure of a resource that does not exist. */
  public static CladeException notFound(Reason reason, String resource) {
    String shown = abbreviate(resource);
    return new CladeException(
        reason, "there is no \"%s\"".formatted(shown), Map.of("resource", shown));
  }

  /** Returns why the call failed. */
  public Reason reason() {
    return reason;
  }

  /** Returns facts for programs, such as {@code field}, {@code value} and {@code rule}. */
  public Map<String, String> metadata() {
    return metadata;
  }

  /** Returns how long to wait before trying again, where that is known. */
  public Optional<Duration> retryDelay() {
    return retryDelay;
  }

  private static String fitting(String text, int mostBytes) {
    if (text.getBytes(StandardCharsets.UTF_8).length <= mostBytes + CUT_WORDS) {
      return text;
    }
    int characters = 0;
    int bytes = 0;
    while (bytes < mostBytes) {
      int point = text.codePointAt(characters);
      characters += Character.charCount(point);
      bytes += Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
    }
    return cut(text, characters);
  }

  private static String abbreviate(String value) {
    return value.length() <= LONGEST_VALUE ? value : cut(value, LONGEST_VALUE);
  }

  private static String cut(String text, int characters) {
    // Half of a surrogate pair is no text, and protobuf logs a stack for each that it writes.
    int end = characters - (Character.isHighSurrogate(text.charAt(characters - 1)) ? 1 : 0);
    return "%s… (%d characters)".formatted(text.substring(0, end), text.length());
  }
}
