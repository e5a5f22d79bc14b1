package dev.clade.embedding.evaluation.ranking;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finding what is similar by a signal that is hidden from the features.
 *
 * @param signal its name
 * @param queries rows to ask for, each with at least one relevant candidate
 * @param candidates rows that may be found; the query itself is left out
 * @param relevant for each query the rows that share the signal with it
 */
public record SimilarityTask(String signal, int[] queries, int[] candidates, int[][] relevant) {
  /**
   * Makes the task of rows that share a group.
   *
   * @param rows to ask for, of which those are taken that share a group with a candidate
   * @param groups for each row its groups, such as papers or datasets
   */
  public static SimilarityTask sharing(
      String signal, int[] rows, int[] candidates, int[][] groups) {
    return of(
        signal,
        rows,
        candidates,
        (query, candidate) ->
            Arrays.stream(groups[query])
                .anyMatch(group -> Arrays.stream(groups[candidate]).anyMatch(g -> g == group)));
  }

  /** Makes the task of rows that are at most two steps of derivation apart. */
  public static SimilarityTask relatives(int[] rows, int[] candidates, int[][] parents) {
    return of(
        "family",
        rows,
        candidates,
        (query, candidate) ->
            has(parents[query], candidate)
                || has(parents[candidate], query)
                || Arrays.stream(parents[query]).anyMatch(p -> has(parents[candidate], p))
                || Arrays.stream(parents[query]).anyMatch(p -> has(parents[p], candidate))
                || Arrays.stream(parents[candidate]).anyMatch(p -> has(parents[p], query)));
  }

  /** Says whether a candidate is relevant for a query. */
  public interface Relevance {
    /** Returns whether it is. */
    boolean test(int query, int candidate);
  }

  /** Makes the task of any relevance, in O(queries times candidates). */
  public static SimilarityTask of(
      String signal, int[] rows, int[] candidates, Relevance relevance) {
    int[][] relevant =
        Arrays.stream(rows)
            .mapToObj(query -> relevant(query, candidates, c -> relevance.test(query, c)))
            .toArray(int[][]::new);
    int[] places = IntStream.range(0, rows.length).filter(i -> relevant[i].length > 0).toArray();
    return new SimilarityTask(
        signal,
        Arrays.stream(places).map(i -> rows[i]).toArray(),
        candidates,
        Arrays.stream(places).mapToObj(i -> relevant[i]).toArray(int[][]::new));
  }

  private static int[] relevant(int query, int[] candidates, IntPredicate relevance) {
    return Arrays.stream(candidates).filter(c -> c != query && relevance.test(c)).toArray();
  }

  private static boolean has(int[] values, int wanted) {
    for (int value : values) {
      if (value == wanted) {
        return true;
      }
    }
    return false;
  }
}
