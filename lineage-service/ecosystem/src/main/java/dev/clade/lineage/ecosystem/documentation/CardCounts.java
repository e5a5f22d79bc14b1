package dev.clade.lineage.ecosystem.documentation;

import dev.clade.lineage.ecosystem.statistics.Summary;
import java.util.List;

/**
 * What the cards of some repositories are like.
 *
 * @param repositories how many there are
 * @param automatic how many have a card that says that it was generated automatically
 * @param lengths of the cards that are there, in characters
 */
public record CardCounts(long repositories, long automatic, Summary lengths) {
  /** Counts. */
  public static CardCounts of(List<Card> cards) {
    List<Card> there = cards.stream().filter(Card::isThere).toList();
    return new CardCounts(
        cards.size(),
        there.stream().filter(Card::automatic).count(),
        Summary.of(there.stream().mapToLong(Card::length).toArray()));
  }

  /** Returns the share of repositories with a card, 0 to 1; NaN of none. */
  public double share() {
    return lengths.count() / (double) repositories;
  }

  /** Returns the share of cards that were generated automatically, 0 to 1; NaN of none. */
  public double automaticShare() {
    return automatic / (double) lengths.count();
  }
}
