package dev.clade.embedding.evaluation.ranking;

import dev.clade.embedding.evaluation.Bootstrap;
import dev.clade.embedding.evaluation.Interval;

/**
 * How well parents were found.
 *
 * @param scorer who looked for them
 * @param reciprocalRanks for each child 1 over the best rank of a parent; 0 where none is a
 *     candidate
 * @param recalls for each child the share of its parents among the first ten
 */
public record ParentScore(String scorer, double[] reciprocalRanks, double[] recalls) {
  private static final long SEED = 20;

  /** Ranks all candidates of each child. */
  public static ParentScore of(PairScorer scorer, ParentTask task) {
    int[] children = task.children();
    double[] reciprocal = new double[children.length];
    double[] recalls = new double[children.length];
    for (int i = 0; i < children.length; i++) {
      int[] candidates = task.candidates(children[i]);
      int[] parents = task.parents(children[i]);
      int[] ranks = Ranks.of(candidates, scorer.score(children[i], candidates), parents);
      int found = 0;
      for (int rank : ranks) {
        found += rank <= 10 ? 1 : 0;
      }
      reciprocal[i] = ranks.length == 0 ? 0 : 1.0 / ranks[0];
      recalls[i] = (double) found / parents.length;
    }
    return new ParentScore(scorer.name(), reciprocal, recalls);
  }

  /** Returns the mean reciprocal rank. */
  public Interval meanReciprocalRank() {
    return Bootstrap.mean(reciprocalRanks, SEED);
  }

  /** Returns for each child whether a parent is among the first k, as 1 or 0. */
  public double[] hitsOf(int k) {
    double[] hits = new double[reciprocalRanks.length];
    for (int i = 0; i < hits.length; i++) {
      hits[i] = reciprocalRanks[i] * k >= 1 - 1e-9 ? 1 : 0;
    }
    return hits;
  }

  /** Returns the share of children with a parent among the first k. */
  public Interval hits(int k) {
    return Bootstrap.mean(hitsOf(k), SEED);
  }

  /** Returns the share of parents among the first ten, averaged over children. */
  public Interval recall() {
    return Bootstrap.mean(recalls, SEED);
  }
}
