package dev.clade.lineage.ecosystem.topic.text;

import dev.clade.lineage.ecosystem.catalogue.CardText;
import dev.clade.lineage.ecosystem.documentation.Card;
import it.unimi.dsi.fastutil.HashCommon;
import java.util.PriorityQueue;

/**
 * A sample of cards: of those that say something and were not generated automatically, the ones
 * with the least hash of identifier and seed. So it does not depend on the order of reading, and a
 * card that comes or goes changes it by one card at most. Holds the words of that many cards; reads
 * those of about n·(1 + ln(N/n)) of N. Not thread-safe while cards are added.
 */
public final class CardSample {
  private final int bound;
  private final int seed;
  private final PriorityQueue<DrawnCard> drawn = new PriorityQueue<>(DrawnCard.ORDER.reversed());
  private final Dictionary dictionary = new Dictionary();
  private long read;
  private long trivial;
  private long automatic;

  /**
   * Begins without cards.
   *
   * @param bound most cards, at least 1
   */
  public CardSample(int bound, int seed) {
    this.bound = bound;
    this.seed = seed;
  }

  /** Adds a card; each identifier once. */
  public void add(CardText card) {
    Card counted = Card.of(card.text());
    read++;
    if (!counted.isThere()) {
      trivial++;
    } else if (counted.automatic()) {
      automatic++;
    } else {
      draw(card);
    }
  }

  /** Returns how many cards were read. */
  public long read() {
    return read;
  }

  /** Returns how many of them are trivial. */
  public long trivial() {
    return trivial;
  }

  /** Returns how many of the others say that they were generated automatically. */
  public long automatic() {
    return automatic;
  }

  /** Returns how many of the rest were drawn. */
  public int drawn() {
    return drawn.size();
  }

  /**
   * Returns the drawn cards with the words that neither few nor most of them have; cards that keep
   * none are left out.
   *
   * @param least the fewest cards that a kept word is in
   * @param share the largest share of cards that a kept word is in, 0 to 1
   */
  public Corpus corpus(int least, double share) {
    return new KeptWords(dictionary, drawn).corpus(least, share);
  }

  private void draw(CardText card) {
    long hash = HashCommon.murmurHash3(((long) seed << Integer.SIZE) ^ card.id().hashCode());
    boolean full = drawn.size() == bound;
    if (!full
        || DrawnCard.ORDER.compare(new DrawnCard(card.id(), hash, new int[0]), drawn.peek()) < 0) {
      int[] words = CardWords.of(card.text()).stream().mapToInt(dictionary::number).toArray();
      drawn.add(new DrawnCard(card.id(), hash, words));
      if (full) {
        drawn.remove();
      }
    }
  }
}
