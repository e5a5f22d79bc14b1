package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.MissingViews;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.feature.View;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.parent.LinkScorer;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.embedding.Holdout;
import dev.clade.valuation.worker.embedding.LearntEmbedding;
import java.util.Set;

/**
 * What a network makes of all rows.
 *
 * @param name of the network in tables
 * @param learnt the network
 * @param features of all rows, as it reads them
 * @param vectors fused vectors of all rows
 */
record Encoded(String name, LearntEmbedding learnt, FeatureTable features, VectorTable vectors) {
  /** Encodes rows of features. */
  static Encoded of(
      String name, LearntEmbedding learnt, FeatureTable features, ContrastiveTrainer trainer) {
    return new Encoded(name, learnt, features, learnt.vectors(features, trainer));
  }

  /** Returns what says by the network's directed score who a row's parent is. */
  LinkScorer links(Holdout holdout) {
    NetworkWeights weights = learnt.weights();
    return new LinkScorer(weights, new PairOverlap(features, holdout.declared()), vectors, vectors);
  }

  /** Returns the same when some views are missing of held-out rows. */
  Encoded without(Set<View> views, Holdout holdout, ContrastiveTrainer trainer) {
    FeatureTable less = MissingViews.remove(features, views);
    float[] mixed = vectors.values().clone();
    float[] poor = learnt.vectors(less, trainer).values();
    int width = vectors.width();
    for (int row = 0; row < vectors.rows(); row++) {
      if (!holdout.learnt().get(row)) {
        System.arraycopy(poor, row * width, mixed, row * width, width);
      }
    }
    return new Encoded(name, learnt, less, new VectorTable(width, mixed));
  }
}
