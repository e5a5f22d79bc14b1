package dev.clade.embedding.evaluation.ranking;

import dev.clade.embedding.evaluation.Bootstrap;
import dev.clade.embedding.evaluation.Interval;
import java.util.Arrays;
import java.util.List;

/** How well parents were found, by one system or by several seeds of one. */
public final class ParentScore {
  private static final long SEED = 20;

  private final String scorer;
  private final double[][] reciprocalRanks;
  private final double[] recalls;

  /**
   * Keeps what was measured.
   *
   * @param scorer who looked for them
   * @param reciprocalRanks for each child 1 over the best rank of a parent; 0 where none is a
   *     candidate
   * @param recalls for each child the share of its parents among the first ten
   */
  public ParentScore(String scorer, double[] reciprocalRanks, double[] recalls) {
    this(scorer, new double[][] {reciprocalRanks}, recalls);
  }

  private ParentScore(String scorer, double[][] reciprocalRanks, double[] recalls) {
    this.scorer = scorer;
    this.reciprocalRanks = reciprocalRanks;
    this.recalls = recalls;
  }

  /** Returns the mean over several seeds of one system, at least one, of the same children. */
  public static ParentScore average(String scorer, List<ParentScore> seeds) {
    double[][] ranks =
        seeds.stream()
            .flatMap(each -> Arrays.stream(each.reciprocalRanks))
            .toArray(double[][]::new);
    return new ParentScore(
        scorer, ranks, mean(seeds.stream().map(each -> each.recalls).toArray(double[][]::new)));
  }

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

  /** Returns who looked for parents. */
  public String scorer() {
    return scorer;
  }

  /** Returns for each child 1 over the best rank of a parent. */
  public double[] reciprocalRanks() {
    return mean(reciprocalRanks);
  }

  /** Returns the mean reciprocal rank. */
  public Interval meanReciprocalRank() {
    return Bootstrap.mean(reciprocalRanks(), SEED);
  }

  /** Returns for each child whether a parent is among the first k, 0 to 1 over the seeds. */
  public double[] hitsOf(int k) {
    return mean(
        Arrays.stream(reciprocalRanks)
            .map(ranks -> Arrays.stream(ranks).map(each -> each * k >= 1 - 1e-9 ? 1 : 0).toArray())
            .toArray(double[][]::new));
  }

  /** Returns the share of children with a parent among the first k. */
  public Interval hits(int k) {
    return Bootstrap.mean(hitsOf(k), SEED);
  }

  /** Returns the share of parents among the first ten, averaged over children. */
  public Interval recall() {
    return Bootstrap.mean(recalls, SEED);
  }

  private static double[] mean(double[][] seeds) {
    double[] mean = new double[seeds[0].length];
    for (double[] seed : seeds) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += seed[i] / seeds.length;
      }
    }
    return mean;
  }
}
