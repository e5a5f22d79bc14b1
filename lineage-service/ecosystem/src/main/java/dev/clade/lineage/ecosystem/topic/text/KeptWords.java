package dev.clade.lineage.ecosystem.topic.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The words that neither few nor most cards have. Each is told by the form of it that is most
 * frequent, of equally frequent ones the first by letters.
 */
final class KeptWords {
  private static final int NONE = -1;

  private final Dictionary dictionary;
  private final Collection<DrawnCard> cards;

  /** By form how often it is there. */
  private final long[] occurrences;

  /** By base in how many cards it is, and its most frequent form. */
  private final int[] cardCounts;

  private final int[] told;

  KeptWords(Dictionary dictionary, Collection<DrawnCard> cards) {
    this.dictionary = dictionary;
    this.cards = cards;
    this.occurrences = new long[dictionary.formCount()];
    this.cardCounts = new int[dictionary.baseCount()];
    this.told = new int[dictionary.baseCount()];
    for (DrawnCard card : cards) {
      Arrays.stream(card.words()).forEach(form -> occurrences[form]++);
      Arrays.stream(card.words())
          .map(dictionary::base)
          .distinct()
          .forEach(base -> cardCounts[base]++);
    }
    Arrays.fill(told, NONE);
    IntStream.range(0, occurrences.length)
        .filter(form -> occurrences[form] > 0)
        .forEach(this::tell);
  }

  private void tell(int form) {
    int base = dictionary.base(form);
    int known = told[base];
    if (known == NONE
        || occurrences[form] > occurrences[known]
        || (occurrences[form] == occurrences[known]
            && dictionary.form(form).compareTo(dictionary.form(known)) < 0)) {
      told[base] = form;
    }
  }

  Corpus corpus(int least, double share) {
    List<Integer> kept =
        IntStream.range(0, told.length)
            .filter(base -> cardCounts[base] >= least && cardCounts[base] <= share * cards.size())
            .boxed()
            .sorted(Comparator.comparing(this::word))
            .toList();
    int[] places = new int[told.length];
    Arrays.fill(places, NONE);
    for (int i = 0; i < kept.size(); i++) {
      places[kept.get(i)] = i;
    }
    List<String> ids = new ArrayList<>();
    List<int[]> texts = new ArrayList<>();
    for (DrawnCard card : cards.stream().sorted(Comparator.comparing(DrawnCard::id)).toList()) {
      int[] text =
          Arrays.stream(card.words())
              .map(form -> places[dictionary.base(form)])
              .filter(place -> place != NONE)
              .toArray();
      if (text.length > 0) {
        ids.add(card.id());
        texts.add(text);
      }
    }
    return new Corpus(kept.stream().map(this::word).toList(), ids, texts);
  }

  private String word(int base) {
    return dictionary.form(told[base]);
  }
}
