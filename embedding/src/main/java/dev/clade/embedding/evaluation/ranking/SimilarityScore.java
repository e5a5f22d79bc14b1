package dev.clade.embedding.evaluation.ranking;

import dev.clade.embedding.evaluation.Bootstrap;
import dev.clade.embedding.evaluation.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * How well similar repositories were found, for each query.
 *
 * @param scorer who looked for them
 * @param signal what they have in common
 * @param recall10 share of the relevant ones among the first ten, of at most ten
 * @param recall50 share of the relevant ones among the first fifty, of at most fifty
 * @param ndcg10 discounted gain of the first ten over the best possible one
 * @param reciprocalRanks 1 over the rank of the first relevant one
 */
public record SimilarityScore(
    String scorer,
    String signal,
    double[] recall10,
    double[] recall50,
    double[] ndcg10,
    double[] reciprocalRanks) {
  private static final long SEED = 30;

  /** Ranks all candidates of each query. */
  public static SimilarityScore of(PairScorer scorer, SimilarityTask task) {
    int queries = task.queries().length;
    double[][] scores = new double[4][queries];
    for (int i = 0; i < queries; i++) {
      int query = task.queries()[i];
      int[] candidates = Arrays.stream(task.candidates()).filter(c -> c != query).toArray();
      int[] ranks =
          among(Ranks.of(candidates, scorer.score(query, candidates), task.relevant()[i]));
      scores[0][i] = recall(ranks, 10);
      scores[1][i] = recall(ranks, 50);
      scores[2][i] = gain(ranks);
      scores[3][i] = 1.0 / ranks[0];
    }
    return new SimilarityScore(
        scorer.name(), task.signal(), scores[0], scores[1], scores[2], scores[3]);
  }

  /** Returns the mean over several seeds of one system, at least one, of the same queries. */
  public static SimilarityScore average(String scorer, List<SimilarityScore> seeds) {
    return new SimilarityScore(
        scorer,
        seeds.getFirst().signal,
        average(seeds, SimilarityScore::recall10),
        average(seeds, SimilarityScore::recall50),
        average(seeds, SimilarityScore::ndcg10),
        average(seeds, SimilarityScore::reciprocalRanks));
  }

  private static double[] average(
      List<SimilarityScore> seeds, Function<SimilarityScore, double[]> score) {
    double[] mean = new double[score.apply(seeds.getFirst()).length];
    for (SimilarityScore seed : seeds) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += score.apply(seed)[i] / seeds.size();
      }
    }
    return mean;
  }

  /** Returns the mean of one of the scores with its interval. */
  public static Interval mean(double[] scores) {
    return Bootstrap.mean(scores, SEED);
  }

  /** From ranks among what is not relevant to places in the whole list. */
  private static int[] among(int[] ranks) {
    int[] places = ranks.clone();
    for (int i = 0; i < places.length; i++) {
      places[i] += i;
    }
    return places;
  }

  private static double recall(int[] places, int k) {
    return (double) Arrays.stream(places).filter(place -> place <= k).count()
        / Math.min(k, places.length);
  }

  private static double gain(int[] places) {
    double gained = 0;
    double best = 0;
    for (int i = 0; i < Math.min(10, places.length); i++) {
      best += discount(i + 1);
    }
    for (int place : places) {
      gained += place <= 10 ? discount(place) : 0;
    }
    return gained / best;
  }

  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 1.0);
  }
}
