package dev.clade.embedding.answer;

import dev.clade.embedding.parent.TopRows;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A list of rows by words.
 *
 * @param words whose scores are added
 * @param weight of the list; that by vectors has 1
 */
record WordList(List<WordQuery> words, double weight) {
  /**
   * Adds the ranks of the rows that fit best.
   *
   * @param rows how many there are
   * @param length of the list
   * @param filter rows that may be in it
   */
  void addTo(ReciprocalRanks ranks, int rows, int length, IntPredicate filter) {
    double[] scores = new double[rows];
    words.forEach(each -> each.add(scores));
    IntPredicate matching = row -> scores[row] > 0 && filter.test(row);
    double least = TopRows.threshold(scores, length, matching);
    IntArrayList good = new IntArrayList();
    for (int row = 0; row < rows; row++) {
      if (scores[row] >= least && matching.test(row)) {
        good.add(row);
      }
    }
    int[] best = good.toIntArray();
    IntArrays.stableSort(best, (one, other) -> Double.compare(scores[other], scores[one]));
    best = Arrays.copyOf(best, Math.min(length, best.length));
    double[] found = Arrays.stream(best).mapToDouble(row -> scores[row]).toArray();
    ranks.add(best, found, good.size(), weight);
  }
}
