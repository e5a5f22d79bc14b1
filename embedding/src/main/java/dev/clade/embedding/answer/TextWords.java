package dev.clade.embedding.answer;

import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.text.Bm25Field;
import java.util.List;
import java.util.Optional;

/**
 * Where the words of a text are looked for: in cards, in tags and in names.
 *
 * @param cards words of the rows' cards
 * @param tags words of their tags
 * @param names words of their names
 */
record TextWords(Bm25Field cards, Bm25Field tags, Bm25Field names) {
  /** Indexes the words of records' tags and names beside those of their cards. */
  static TextWords of(Bm25Field cards, List<RepositoryRecord> records) {
    return new TextWords(
        cards,
        field(RowTokens.words(records, record -> String.join("\n", record.tags()))),
        field(RowTokens.words(records, RepositoryRecord::name)));
  }

  /**
   * Returns what a text asks: one list, as its words need not all be of one view.
   *
   * @param bag its words, in its only row
   */
  List<WordList> of(TokenBags bag) {
    return List.of(
        new WordList(
            List.of(
                new WordQuery(View.CARD, cards, bag),
                new WordQuery(View.TAGS, tags, bag),
                new WordQuery(View.IDENTITY, names, bag)),
            1));
  }

  private static Bm25Field field(TokenBags bags) {
    return new Bm25Field(bags, Optional.empty());
  }
}
