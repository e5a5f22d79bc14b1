package dev.clade.embedding.answer;

import dev.clade.embedding.parent.TopRows;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
    int[] matching =
        IntStream.range(0, rows).filter(row -> scores[row] > 0 && filter.test(row)).toArray();
    double[] values = at(matching, scores);
    int[] best = TopRows.of(matching, values, length);
    double[] found = at(best, scores);
    double least = best.length == 0 ? 0 : found[best.length - 1];
    int last = (int) Arrays.stream(values).filter(value -> value >= least).count();
    ranks.add(best, found, last, weight);
  }

  private static double[] at(int[] rows, double[] scores) {
    return Arrays.stream(rows).mapToDouble(row -> scores[row]).toArray();
  }
}
