package dev.clade.embedding.evaluation.ranking;

/** Something that says how well repositories fit a repository. */
public interface PairScorer {
  /** Returns its name in tables. */
  String name();

  /**
   * Scores candidates; the higher the better, of any scale.
   *
   * @param query a row
   * @param candidates rows
   * @return a finite score for each candidate
   */
  double[] score(int query, int[] candidates);
}
