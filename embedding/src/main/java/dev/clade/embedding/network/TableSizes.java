package dev.clade.embedding.network;

/**
 * How many buckets tokens are hashed to.
 *
 * @param card buckets of words and pairs of words
 * @param tags buckets of tokens of tags and configuration
 * @param owners buckets of owners
 * @param names buckets of parts of names
 */
public record TableSizes(int card, int tags, int owners, int names) {
  /** 2^18 for cards, 2^16 for all others. */
  public static final TableSizes STANDARD = new TableSizes(1 << 18, 1 << 16, 1 << 16, 1 << 16);

  private static final int MOST = 1 << 22;

  /** Checks that each is from 1 to 4,194,304. */
  public TableSizes {
    Ranges.require("card", card, MOST);
    Ranges.require("tags", tags, MOST);
    Ranges.require("owners", owners, MOST);
    Ranges.require("names", names, MOST);
  }

  /** Returns the buckets of a table. */
  public int of(TokenTable table) {
    return switch (table) {
      case CARD -> card;
      case TAGS -> tags;
      case OWNERS -> owners;
      case NAMES -> names;
    };
  }
}
