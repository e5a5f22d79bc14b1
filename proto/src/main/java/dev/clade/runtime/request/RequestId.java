package dev.clade.runtime.request;

import dev.clade.runtime.error.CladeException;
import dev.clade.runtime.error.Reason;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The {@code request_id} of a creating call (AIP-155).
 *
 * @param uuid a random UUID (version 4)
 */
public record RequestId(UUID uuid) {
  private static final String FIELD = "request_id";
  private static final Pattern VERSION_4 =
      Pattern.compile(
          "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}",
          Pattern.CASE_INSENSITIVE);

  /**
   * Returns the id that a request carries.
   *
   * @throws CladeException {@link Reason#FIELD_REQUIRED} when it is empty, {@link
   *     Reason#FIELD_MALFORMED} when it is no UUID of version 4
   */
  public static RequestId parse(String requestId) {
    if (requestId.isEmpty()) {
      throw CladeException.missingField(FIELD);
    }
    if (!isValid(requestId)) {
      throw CladeException.invalidField(
          Reason.FIELD_MALFORMED, FIELD, requestId, "must be a UUID of version 4");
    }
    return new RequestId(UUID.fromString(requestId));
  }

  /** Returns whether a text is a UUID of version 4. */
  public static boolean isValid(String requestId) {
    return VERSION_4.matcher(requestId).matches();
  }

  /** Returns the failure of an id that was used before with another request. */
  public CladeException reused() {
    return new CladeException(
        Reason.REQUEST_ID_REUSED,
        "request_id \"%s\" was used before with another request; take a new one".formatted(uuid),
        Map.of("field", FIELD, "value", uuid.toString()));
  }

  /** Returns the UUID in lower case. */
  @Override
  public String toString() {
    return uuid.toString();
  }
}
