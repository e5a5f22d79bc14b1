package dev.clade.embedding.answer;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.text.Bm25Field;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The words of rows as questions: those of a card, tags, and parts of the name. What most rows have
 * is not asked, and of a card only the rarest words that others have too: they say the most, and a
 * card of 500 words would look at nearly all rows.
 */
public final class RowWords {
  private static final int MOST_OF_A_CARD = 64;

  /** Best of 1 to 4 on validation rows of two hubs; added up to one list, words found less. */
  private static final double WEIGHT = 2;

  private final Bm25Field cards;
  private final Bm25Field tags;
  private final Bm25Field names;
  private final TokenBags askedOfCards;
  private final TokenBags askedOfTags;
  private final TokenBags askedOfNames;

  /**
   * Indexes words.
   *
   * @param queries what each row asks by
   * @param documents what each row is found by, usually the same
   * @param vocabulary that features were made with
   */
  public RowWords(FeatureTable queries, FeatureTable documents, Vocabulary vocabulary) {
    cards = new Bm25Field(documents.card(), Optional.of(vocabulary.cardWorth()));
    tags = new Bm25Field(documents.tags(), Optional.of(vocabulary.tagWorth()));
    names = new Bm25Field(documents.names(), Optional.empty());
    askedOfCards = rarest(queries.card(), cards);
    askedOfTags = queries.tags();
    askedOfNames = queries.names();
  }

  /** Returns what a row asks: a list for each view. */
  List<WordList> of(int row) {
    return List.of(
        list(View.CARD, cards, askedOfCards, row),
        list(View.TAGS, tags, askedOfTags, row),
        list(View.IDENTITY, names, askedOfNames, row));
  }

  private static WordList list(View view, Bm25Field documents, TokenBags asked, int row) {
    WordQuery query = new WordQuery(view, documents, telling(asked, documents, row));
    return new WordList(List.of(query), WEIGHT);
  }

  /** Returns the words of cards. */
  Bm25Field cards() {
    return cards;
  }

  /** Returns the words of a row that no more than half of the documents have. */
  private static TokenBags telling(TokenBags bags, Bm25Field documents, int row) {
    return select(
        bags,
        IntStream.range(bags.offsets()[row], bags.offsets()[row + 1])
            .filter(place -> 2 * documents.frequency(bags.tokens()[place]) <= documents.documents())
            .toArray());
  }

  /** Returns of each row the words that the fewest others have, but some; of equals the lower. */
  private static TokenBags rarest(TokenBags bags, Bm25Field documents) {
    int[] offsets = new int[bags.rows() + 1];
    IntArrayList kept = new IntArrayList();
    for (int row = 0; row < bags.rows(); row++) {
      int[] places =
          IntStream.range(bags.offsets()[row], bags.offsets()[row + 1])
              .filter(place -> documents.frequency(bags.tokens()[place]) > 1)
              .toArray();
      IntArrays.stableSort(
          places,
          (one, other) ->
              Integer.compare(
                  documents.frequency(bags.tokens()[one]),
                  documents.frequency(bags.tokens()[other])));
      int[] rare = Arrays.copyOf(places, Math.min(MOST_OF_A_CARD, places.length));
      Arrays.sort(rare);
      kept.addElements(kept.size(), rare);
      offsets[row + 1] = kept.size();
    }
    TokenBags all = select(bags, kept.toIntArray());
    return new TokenBags(bags.buckets(), offsets, all.tokens(), all.weights());
  }

  /** Returns the tokens at some places as one row. */
  private static TokenBags select(TokenBags bags, int[] places) {
    int[] tokens = new int[places.length];
    float[] weights = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      tokens[i] = bags.tokens()[places[i]];
      weights[i] = bags.weights()[places[i]];
    }
    return new TokenBags(bags.buckets(), new int[] {0, places.length}, tokens, weights);
  }
}
