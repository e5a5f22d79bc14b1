package dev.clade.embedding.parent;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.vector.VectorTable;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Something that finds rows which may be a row's parents. */
@FunctionalInterface
public interface CandidateSource {
  /**
   * Returns the best rows, best first.
   *
   * @param child the row
   * @param count most rows to return
   * @param possible rows that may be returned
   */
  int[] best(int child, int count, IntPredicate possible);

  /**
   * Returns a source that scores all rows that are possible.
   *
   * @param rows how many rows there are
   */
  static CandidateSource of(PairScorer scorer, int rows) {
    return (child, count, possible) -> {
      int[] among = IntStream.range(0, rows).filter(possible).toArray();
      return TopRows.of(among, scorer.score(child, among), count);
    };
  }

  /** Returns a source of the rows with the most similar vectors, as an index finds them. */
  static CandidateSource of(VectorTable vectors, VectorIndex index) {
    return (child, count, possible) ->
        vectors.has(child)
            ? index.nearest(vectors.vector(child), count, possible).rows()
            : new int[0];
  }
}
