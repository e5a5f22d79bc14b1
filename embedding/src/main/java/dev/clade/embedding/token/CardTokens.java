package dev.clade.embedding.token;

import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.repository.RepositoryRecord;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongSet;
import java.util.ArrayList;
import java.util.List;

/** The words and pairs of neighbouring words of a card, without what is on many cards. */
public final class CardTokens {
  /** How many buckets there are. */
  public static final int BUCKETS = 1 << 18;

  /** A card says something when it has as many words of its own. */
  public static final int FEWEST_WORDS = 20;

  private static final int MOST_WORDS = 512;

  private CardTokens() {}

  /**
   * Returns the first 512 words of a card's own lines, with {@link LeakList#GAP} where words were
   * taken out; empty if there are fewer than 20.
   *
   * @param boilerplate fingerprints of lines that are on many cards
   */
  public static List<String> words(RepositoryRecord record, LeakList leaks, LongSet boilerplate) {
    List<String> words = new ArrayList<>();
    for (String line : CardBody.of(record.card()).lines()) {
      if (!boilerplate.contains(TokenHash.fingerprint(CardBody.normalised(line)))) {
        words.addAll(Words.of(line));
      }
      if (words.size() > 2 * MOST_WORDS) {
        break;
      }
    }
    List<String> kept = leaks.without(record, words);
    long count = kept.stream().filter(word -> !word.equals(LeakList.GAP)).count();
    return count < FEWEST_WORDS ? List.of() : kept.subList(0, Math.min(MOST_WORDS, kept.size()));
  }

  /** Returns the words of a query, however few they are. */
  public static List<String> query(String text) {
    List<String> words = Words.of(text);
    return words.subList(0, Math.min(MOST_WORDS, words.size()));
  }

  /** Returns the buckets of words and of pairs without a gap between them. */
  public static int[] hash(List<String> words) {
    IntArrayList tokens = new IntArrayList(2 * words.size());
    String before = LeakList.GAP;
    for (String word : words) {
      if (!word.equals(LeakList.GAP)) {
        tokens.add(TokenHash.bucket(word, BUCKETS));
        if (!before.equals(LeakList.GAP)) {
          tokens.add(TokenHash.bucket(before + " " + word, BUCKETS));
        }
      }
      before = word;
    }
    return tokens.toIntArray();
  }
}
