package dev.clade.embedding.token;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The text of a card behind its block of metadata.
 *
 * @param lines its lines that are not blank
 */
public record CardBody(List<String> lines) {
  private static final Pattern METADATA =
      Pattern.compile("\\A\\uFEFF?\\s*---\\s*\\R(?s:.*?)(?:\\R---\\s*(?:\\R|\\z)|\\z)");
  private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?(?:-->|\\z)");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /** Returns the body of a card. Comments, which nobody sees, are left out; code is not. */
  public static CardBody of(String card) {
    String body = METADATA.matcher(card).replaceFirst("");
    return new CardBody(
        COMMENT.matcher(body).replaceAll("").lines().filter(line -> !line.isBlank()).toList());
  }

  /** Returns a line as it is compared with those of other cards. */
  public static String normalised(String line) {
    return SPACE.matcher(line.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }
}
