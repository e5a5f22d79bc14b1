package dev.clade.embedding.network;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;

/** A table of vectors, one a bucket of tokens; a bag of tokens is the sum of its vectors. */
public enum TokenTable {
  /** Words and pairs of words of cards. */
  CARD(View.CARD),
  /** Tokens of tags, configuration and columns. */
  TAGS(View.TAGS),
  /** Owners. */
  OWNERS(View.IDENTITY),
  /** Parts of names. */
  NAMES(View.IDENTITY);

  private final View view;

  TokenTable(View view) {
    this.view = view;
  }

  /** Returns the view that the table belongs to. */
  public View view() {
    return view;
  }

  /** Returns the bags that the table is for. */
  public TokenBags bags(FeatureTable features) {
    return switch (this) {
      case CARD -> features.card();
      case TAGS -> features.tags();
      case OWNERS -> features.owners();
      case NAMES -> features.names();
    };
  }
}
