package dev.clade.embedding.evaluation.baseline;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.lineage.LineageGraph;
import java.util.function.IntUnaryOperator;

/**
 * Guesses a parent from the family alone: the member with the most declared children, or the newest
 * one, which is to be older than the child. Whoever asks says which family a child belongs to: the
 * true one, as published trees assume, or that of the most similar row.
 */
public final class FamilyParent {
  private FamilyParent() {}

  /**
   * Returns the scorer that takes the member with the most children.
   *
   * @param families for each row its family by the edges that may be seen
   * @param familyOf the family of a child
   * @param graph the edges that may be seen
   */
  public static PairScorer majority(
      String name, int[] families, IntUnaryOperator familyOf, LineageGraph graph) {
    int[][] children = graph.children();
    return scorer(name, families, familyOf, row -> children[row].length);
  }

  /** Returns the scorer that takes the newest member. */
  public static PairScorer newest(
      String name, int[] families, IntUnaryOperator familyOf, long[] createdAt) {
    return scorer(name, families, familyOf, row -> (double) createdAt[row]);
  }

  /** Returns the scorer that takes the row with the most children of all. */
  public static PairScorer mostChildren(LineageGraph graph) {
    int[][] children = graph.children();
    int[] one = new int[children.length];
    return scorer("most children", one, child -> 0, row -> children[row].length);
  }

  private interface Worth {
    double of(int row);
  }

  /** Members come first, by their worth; the others follow, by theirs. */
  private static PairScorer scorer(
      String name, int[] families, IntUnaryOperator familyOf, Worth worth) {
    return PairScorer.of(
        name,
        (query, candidates) -> {
          double most = 0;
          for (int row : candidates) {
            most = Math.max(most, worth.of(row));
          }
          int family = familyOf.applyAsInt(query);
          double[] scores = new double[candidates.length];
          for (int i = 0; i < scores.length; i++) {
            double member = families[candidates[i]] == family ? most + 1 : 0;
            scores[i] = member + worth.of(candidates[i]);
          }
          return scores;
        });
  }
}
