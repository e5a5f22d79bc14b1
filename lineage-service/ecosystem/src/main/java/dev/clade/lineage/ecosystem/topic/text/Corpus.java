package dev.clade.lineage.ecosystem.topic.text;

import java.util.List;

/**
 * Texts of words that count.
 *
 * @param words the different words, in their order
 * @param cards whose texts they are: identifiers, in their order
 * @param texts of each card, its words by their place in {@code words}, in the order of the text;
 *     none is empty
 */
public record Corpus(List<String> words, List<String> cards, List<int[]> texts) {
  /** Keeps unchangeable copies of the lists; the texts must not be changed. */
  public Corpus {
    words = List.copyOf(words);
    cards = List.copyOf(cards);
    texts = List.copyOf(texts);
  }

  /** Returns how many words all texts have together. */
  public long length() {
    return texts.stream().mapToLong(text -> text.length).sum();
  }
}
