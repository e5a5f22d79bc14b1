package dev.clade.embedding.answer;

import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.text.Bm25Field;

/**
 * Words that are looked for in one view of rows.
 *
 * @param view whose words they are
 * @param documents what rows have of it
 * @param words bag of the same buckets, in its only row
 */
record WordQuery(View view, Bm25Field documents, TokenBags words) {
  /** Adds to the sum of each row how well it fits. */
  void add(double[] sums) {
    documents.add(words, 0, sums);
  }

  /** Returns how well one row fits; 0 when it has none of the words. */
  double score(int row) {
    return documents.score(words, 0, row);
  }
}
