package dev.clade.embedding.answer;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.search.Nearest;
import dev.clade.embedding.search.Ranking;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.vector.VectorTable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Finds rows near to a vector and rows that have words, put together by the sum of 1/(60 + rank)
 * over both lists (Cormack, Clarke and Büttcher 2009). What is near to nothing, as a vector of
 * zeros is, is looked for by words alone.
 *
 * @param vectors fused vectors of the rows
 * @param index of these
 */
public record HybridSearch(VectorTable vectors, VectorIndex index) {
  /** A list goes on for as many times what is wanted, and no less than the shortest. */
  private static final int OVERFETCH = 5;

  private static final int SHORTEST = 100;

  /**
   * Returns the order of rows by a query.
   *
   * @param vector that rows may be near to
   * @param lists by words that rows may have
   */
  Ranking ranking(float[] vector, List<WordList> lists) {
    return new Ranking() {
      @Override
      public Nearest best(int count, IntPredicate filter) {
        return HybridSearch.this.best(vector, lists, count, filter);
      }

      @Override
      public Map<View, Double> words(int row) {
        Map<View, Double> scores = new EnumMap<>(View.class);
        for (WordList list : lists) {
          list.words().forEach(each -> scores.put(each.view(), each.score(row)));
        }
        scores.values().removeIf(score -> score == 0);
        return scores;
      }
    };
  }

  /**
   * Returns the order by a row's own vector and words as a scorer: all behind the first come last.
   *
   * @param words of the rows
   * @param depth how many come first
   */
  public PairScorer scorer(String name, RowWords words, int depth) {
    return PairScorer.of(
        name,
        (query, candidates) -> {
          BitSet possible = new BitSet();
          Arrays.stream(candidates).forEach(possible::set);
          int[] best = best(vectors.vector(query), words.of(query), depth, possible::get).rows();
          double[] scores = new double[vectors.rows()];
          for (int place = 0; place < best.length; place++) {
            scores[best[place]] = best.length - place;
          }
          return Arrays.stream(candidates).mapToDouble(row -> scores[row]).toArray();
        });
  }

  private Nearest best(float[] vector, List<WordList> lists, int count, IntPredicate filter) {
    int length = (int) Math.min(vectors.rows(), Math.max(SHORTEST, (long) OVERFETCH * count));
    ReciprocalRanks ranks = new ReciprocalRanks();
    if (!isZero(vector)) {
      Nearest nearest = index.nearest(vector, length, filter);
      double[] cosines = new double[nearest.count()];
      Arrays.setAll(cosines, i -> nearest.cosines()[i]);
      ranks.add(nearest.rows(), cosines, nearest.count(), 1);
    }
    lists.forEach(each -> each.addTo(ranks, vectors.rows(), length, filter));
    int[] best = ranks.best(count);
    float[] cosines = new float[best.length];
    for (int i = 0; i < best.length; i++) {
      cosines[i] = vectors.cosine(best[i], vector);
    }
    return new Nearest(best, cosines);
  }

  private static boolean isZero(float[] vector) {
    for (float each : vector) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }
}
