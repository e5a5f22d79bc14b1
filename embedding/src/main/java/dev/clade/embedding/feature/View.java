package dev.clade.embedding.feature;

/** What a repository can be looked at by. */
public enum View {
  /** The card's text: a bag of hashed words and pairs of words. */
  CARD,
  /** Tags, configuration and columns of tables: a bag of hashed {@code field:value} tokens. */
  TAGS,
  /** Sizes and counts, as normal scores, each followed by whether it is known. */
  NUMERIC,
  /** What neighbours in the declared lineage are tagged with. */
  LINEAGE,
  /** When it was worked on. */
  ACTIVITY,
  /**
   * Whose it is and what it is called. Owners write their cards alike, so this view would explain
   * the others away: by default it takes no part in contrast or fusion, only in links.
   */
  IDENTITY
}
