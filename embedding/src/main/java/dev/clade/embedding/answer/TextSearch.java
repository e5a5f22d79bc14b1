package dev.clade.embedding.answer;

import dev.clade.embedding.feature.TokenBags;
import dev.clade.embedding.parent.TopRows;
import dev.clade.embedding.search.Nearest;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.text.Bm25Field;
import dev.clade.embedding.vector.VectorTable;
import it.unimi.dsi.fastutil.ints.Int2DoubleLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds rows by words: those near to them as a card, and those whose cards, names and tags have
 * them, put together by the sum of 1/(60 + rank) over both lists (Cormack, Clarke and Büttcher
 * 2009). Where no row has a card, or the network reads none, words are near to nothing and the
 * first list is left out.
 *
 * @param vectors fused vectors of the rows
 * @param index of these
 * @param cards words of the rows' cards
 * @param labels words of the rows' names and tags
 */
record TextSearch(VectorTable vectors, VectorIndex index, Bm25Field cards, Bm25Field labels) {
  private static final int CONSTANT = 60;

  /** A list goes on for as many times what is wanted, and no less than the shortest. */
  private static final int OVERFETCH = 5;

  private static final int SHORTEST = 100;

  /**
   * Returns the best of the rows that pass a filter, with the cosines of their vectors.
   *
   * @param bag the words, in its only row
   * @param vector what they are encoded as; zero where the network reads no cards
   */
  Nearest best(TokenBags bag, float[] vector, int count, IntPredicate filter) {
    int length = (int) Math.min(vectors.rows(), Math.max(SHORTEST, (long) OVERFETCH * count));
    Int2DoubleLinkedOpenHashMap sums = new Int2DoubleLinkedOpenHashMap();
    if (cards.documents() > 0 && !isZero(vector)) {
      addRanks(index.nearest(vector, length, filter).rows(), sums);
    }
    addRanks(byWords(bag, length, filter), sums);
    int[] rows = sums.keySet().toIntArray();
    IntArrays.quickSort(
        rows,
        (one, other) -> {
          int order = Double.compare(sums.get(other), sums.get(one));
          return order != 0 ? order : Integer.compare(one, other);
        });
    int[] best = Arrays.copyOf(rows, Math.min(count, rows.length));
    float[] cosines = new float[best.length];
    for (int i = 0; i < best.length; i++) {
      cosines[i] = vectors.cosine(best[i], vector);
    }
    return new Nearest(best, cosines);
  }

  private int[] byWords(TokenBags bag, int length, IntPredicate filter) {
    double[] scores = cards.score(bag, 0);
    labels.add(bag, 0, scores);
    int[] matching =
        IntStream.range(0, scores.length)
            .filter(row -> scores[row] > 0 && filter.test(row))
            .toArray();
    double[] values = Arrays.stream(matching).mapToDouble(row -> scores[row]).toArray();
    return TopRows.of(matching, values, length);
  }

  private static boolean isZero(float[] vector) {
    for (float each : vector) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private static void addRanks(int[] rows, Int2DoubleLinkedOpenHashMap sums) {
    for (int i = 0; i < rows.length; i++) {
      sums.addTo(rows[i], 1.0 / (CONSTANT + i + 1));
    }
  }
}
