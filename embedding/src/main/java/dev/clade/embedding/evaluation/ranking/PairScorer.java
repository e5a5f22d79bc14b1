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

  /** Scores candidates. */
  @FunctionalInterface
  interface Scores {
    /** Returns a finite score for each candidate; see {@link PairScorer#score}. */
    double[] of(int query, int[] candidates);
  }

  /** Returns a scorer of a name. */
  static PairScorer of(String name, Scores scores) {
    return new PairScorer() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public double[] score(int query, int[] candidates) {
        return scores.of(query, candidates);
      }
    };
  }
}
