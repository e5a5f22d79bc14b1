package dev.clade.lineage.ecosystem.topic.text;

import java.util.Comparator;

/** A card by its place in a sample, and its words by the numbers of their forms. */
final class DrawnCard {
  /** The order in which cards are drawn. */
  static final Comparator<DrawnCard> ORDER =
      Comparator.comparingLong((DrawnCard card) -> card.hash).thenComparing(card -> card.id);

  private final String id;
  private final long hash;
  private final int[] words;

  DrawnCard(String id, long hash, int[] words) {
    this.id = id;
    this.hash = hash;
    this.words = words;
  }

  String id() {
    return id;
  }

  int[] words() {
    return words;
  }
}
