package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.baseline.Bm25;
import dev.clade.embedding.evaluation.baseline.LateFusion;
import dev.clade.embedding.evaluation.baseline.RawConcatenation;
import dev.clade.embedding.evaluation.baseline.VectorCosine;
import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.embedding.evaluation.ranking.SimilarityTask;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.network.NetworkShape;
import java.util.ArrayList;
import java.util.List;

/** Everybody looks for rows that share with a held-out row what features do not tell. */
final class SimilarTrial {
  static final String FUSED = "fused";
  static final String BOTH = "fused + BM25, reciprocal ranks";
  static final String TEXT = "B2 BM25";

  private static final long SEED = 31;
  private static final int WIDTH = 128;

  private SimilarTrial() {}

  /** Returns everybody's scores. */
  static List<SimilarityScore> of(SimilarityTask task, Encodings encodings) {
    FeatureTable features = encodings.features();
    PairScorer text = new Bm25(features, encodings.vocabulary());
    List<SimilarityScore> scores = new ArrayList<>();
    List<SimilarityScore> fused = new ArrayList<>();
    List<SimilarityScore> both = new ArrayList<>();
    for (Encoded seed : encodings.seeds()) {
      PairScorer cosine = new VectorCosine(FUSED, seed.vectors());
      fused.add(SimilarityScore.of(cosine, task));
      both.add(SimilarityScore.of(LateFusion.reciprocalRanks(BOTH, List.of(cosine, text)), task));
    }
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
}
