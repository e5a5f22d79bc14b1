package dev.clade.valuation.study.embedding;

import dev.clade.embedding.answer.HybridSearch;
import dev.clade.embedding.answer.RowWords;
import dev.clade.embedding.evaluation.baseline.Bm25;
import dev.clade.embedding.evaluation.baseline.LateFusion;
import dev.clade.embedding.evaluation.baseline.RawConcatenation;
import dev.clade.embedding.evaluation.baseline.VectorCosine;
import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.embedding.evaluation.ranking.SimilarityTask;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkShape;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.embedding.Holdout;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Everybody looks for rows that share with a held-out row what features do not tell.
 *
 * @param holdout which rows are held out
 * @param trainer what encodes them when they have lost text and tags
 */
record SimilarTrial(Holdout holdout, ContrastiveTrainer trainer) {
  static final String FUSED = "fused";
  static final String SERVED = "fused, as served";
  static final String SERVED_POOR = "fused, as served, without text and tags";
  static final String BOTH = "fused + BM25, reciprocal ranks";
  static final String TEXT = "B2 BM25";

  private static final Set<View> TEXT_AND_TAGS = Set.of(View.CARD, View.TAGS);
  private static final long SEED = 31;
  private static final int WIDTH = 128;

  /** As deep as scores look. */
  private static final int DEPTH = 50;

  /** Returns everybody's scores. */
  List<SimilarityScore> of(SimilarityTask task, Encodings encodings) {
    FeatureTable features = encodings.features();
    PairScorer text = new Bm25(features, encodings.vocabulary());
    List<SimilarityScore> scores = new ArrayList<>();
    List<SimilarityScore> fused = new ArrayList<>();
    List<SimilarityScore> served = new ArrayList<>();
    List<SimilarityScore> poor = new ArrayList<>();
    List<SimilarityScore> both = new ArrayList<>();
    for (Encoded seed : encodings.seeds()) {
      PairScorer cosine = new VectorCosine(FUSED, seed.vectors());
      fused.add(SimilarityScore.of(cosine, task));
      served.add(SimilarityScore.of(served(seed, seed), task));
      poor.add(
          SimilarityScore.of(served(seed.without(TEXT_AND_TAGS, holdout, trainer), seed), task));
      both.add(SimilarityScore.of(LateFusion.reciprocalRanks(BOTH, List.of(cosine, text)), task));
    }
    scores.add(SimilarityScore.average(SERVED, served));
    scores.add(SimilarityScore.average(SERVED_POOR, poor));
    scores.add(SimilarityScore.average(FUSED, fused));
    scores.add(SimilarityScore.average(BOTH, both));
    scores.add(SimilarityScore.of(text, task));
    for (Encoded other : encodings.others()) {
      scores.add(SimilarityScore.of(new VectorCosine(other.name(), other.vectors()), task));
    }
    scores.add(
        SimilarityScore.of(
            new VectorCosine(
                "B5 raw vectors",
                RawConcatenation.of(features, NetworkShape.USUAL_VIEWS, WIDTH, SEED)),
            task));
    scores.add(SimilarityScore.of(LateFusion.meanCosine(features, NetworkShape.USUAL_VIEWS), task));
    scores.add(SimilarityScore.of(ParentTrial.ranks(features), task));
    return scores;
  }

  /**
   * Returns the search that answers use.
   *
   * @param asking what rows ask by
   * @param asked what rows are found by
   */
  static PairScorer served(Encoded asking, Encoded asked) {
    return new HybridSearch(asking.vectors(), VectorIndex.of(asking.vectors()))
        .scorer(
            SERVED,
            new RowWords(asking.features(), asked.features(), asked.learnt().vocabulary()),
            DEPTH);
  }
}
