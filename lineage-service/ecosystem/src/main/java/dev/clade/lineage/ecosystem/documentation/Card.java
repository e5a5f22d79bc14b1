package dev.clade.lineage.ecosystem.documentation;

import java.util.Locale;

/**
 * What counts of a card's text, by the rules of Laufer et al. (arXiv 2508.06811).
 *
 * @param length in characters (code points) of the text that it was read from
 * @param automatic whether the text says that it was generated automatically
 */
public record Card(int length, boolean automatic) {
  /** Stands for a repository without a card. */
  public static final Card NONE = new Card(0, false);

  private static final int TRIVIAL = 3;

  /** Reads a text; empty when there is no card. */
  public static Card of(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return new Card(
        text.codePointCount(0, text.length()),
        lower.contains("automatically generated") || lower.contains("generated automatically"));
  }

  /** Whether there is more than a trivial text of up to three characters. */
  public boolean isThere() {
    return length > TRIVIAL;
  }
}
