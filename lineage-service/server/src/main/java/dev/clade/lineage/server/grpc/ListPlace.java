package dev.clade.lineage.server.grpc;

import com.google.protobuf.Message;
import dev.clade.runtime.page.PageTime;
import dev.clade.runtime.page.PageToken;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * A place in a list of which the newest come first, as tokens of pages hold it.
 *
 * @param time of what stands there
 * @param id of what stands there
 */
record ListPlace(Instant time, String id) {
  private static final char SEPARATOR = ' ';

  /** Later than anything, as far as the database's clock goes. */
  private static final ListPlace START = new ListPlace(Instant.parse("9999-01-01T00:00:00Z"), "");

  /**
   * Returns the place that a page is to come after.
   *
   * @param token the request's
   */
  static ListPlace before(Message request, String token) {
    return PageToken.decode(request).map(text -> parse(text, token)).orElse(START);
  }

  /** Returns the token of the page that comes after this place. */
  String token(Message request) {
    return PageToken.encode(request, "" + time + SEPARATOR + id);
  }

  private static ListPlace parse(String text, String token) {
    int separator = text.indexOf(SEPARATOR);
    if (separator < 0 || text.indexOf('\0') >= 0) {
      throw PageToken.invalid(token);
    }
    try {
      return new ListPlace(
          PageTime.parse(text.substring(0, separator)), text.substring(separator + 1));
    } catch (DateTimeException e) {
      throw PageToken.invalid(token);
    }
  }
}
