package dev.clade.ingest.artifact;

/**
 * The hub's identifiers of repositories: an optional owner and a name, such as {@code gpt2} or
 * {@code openai-community/gpt2}.
 */
public final class HubIdentifier {
  /** Most characters of an owner or a name; the Hub once allowed over 200. */
  public static final int LONGEST_PART = 256;

  /** The rule in words. */
  public static final String RULE =
      "must be name or owner/name, each of 1 to 256 letters, digits, '.', '_', '-'";

  /** The rule of owners in words, without what must keep it. */
  public static final String OWNER_RULE = "be 1 to 256 letters, digits, '.', '_', '-'";

  private HubIdentifier() {}

  /** Returns whether a text can name an owner. */
  public static boolean isOwner(String text) {
    return isPart(text, 0, text.length());
  }

  /** Returns whether a text is an identifier. */
  public static boolean isValid(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? isPart(text, 0, text.length())
        : isPart(text, 0, slash) && isPart(text, slash + 1, text.length());
  }

  private static boolean isPart(String text, int start, int end) {
    if (start == end || end - start > LONGEST_PART) {
      return false;
    }
    boolean onlyDots = true;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!isAllowed(c)) {
        return false;
      }
      onlyDots &= c == '.';
    }
    return !onlyDots;
  }

  private static boolean isAllowed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '_'
        || c == '.';
  }
}
