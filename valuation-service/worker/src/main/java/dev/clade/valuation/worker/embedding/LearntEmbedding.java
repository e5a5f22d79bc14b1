package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.DenseRows;
import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.lineage.LineageOperators;
import dev.clade.embedding.lineage.SignProjection;
import dev.clade.embedding.making.FeatureMaker;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;

/**
 * What was learned from the rows and views of a coalition.
 *
 * @param weights the network
 * @param vocabulary what features for it are made with
 * @param refreshes how often the lineage view is made anew before rows are encoded
 * @param seed root of the training's randomness
 * @param kept rows of the hold-out that could be learned from and were kept for validation
 */
public record LearntEmbedding(
    NetworkWeights weights, Vocabulary vocabulary, int refreshes, long seed, int[] kept) {
  /**
   * Returns the features of all rows as those that serve the network make them.
   *
   * @param visible what rows declare of each other, without what is hidden
   */
  public FeatureTable features(Holdout holdout, LineageGraph visible, ContrastiveTrainer trainer) {
    FeatureTable features =
        new FeatureMaker(vocabulary, holdout.set().snapshot())
            .table(holdout.set().records(), visible);
    for (int refresh = 0; refresh < refreshes; refresh++) {
      features =
          new LineageOperators(visible)
              .renew(
                  features,
                  SignProjection.of(new DenseRows(width(), trainer.encode(weights, features))));
    }
    return features;
  }

  /** Returns the fused vectors of rows. */
  public VectorTable vectors(FeatureTable features, ContrastiveTrainer trainer) {
    return new VectorTable(width(), trainer.encode(weights, features));
  }

  private int width() {
    return weights.shape().layers().embedding();
  }
}
