package dev.clade.runtime.page;

import java.time.DateTimeException;
import java.time.Instant;

/** Times in the positions of page tokens, which anybody can make up. */
public final class PageTime {
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private PageTime() {}

  /**
   * Returns the time that a text tells.
   *
   * @throws DateTimeException when it tells none, or one outside of the years 1 to 9999, which
   *     contracts do not have and not every database takes
   */
  public static Instant parse(String text) {
    Instant time = Instant.parse(text);
    if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
      throw new DateTimeException("no time of a page: " + text);
    }
    return time;
  }
}
