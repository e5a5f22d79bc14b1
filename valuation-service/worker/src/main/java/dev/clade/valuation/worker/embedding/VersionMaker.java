package dev.clade.valuation.worker.embedding;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.network.TrainedNetwork;
import dev.clade.embedding.repository.RepositoryRecord;
import dev.clade.embedding.token.TokenHash;
import dev.clade.embedding.vector.VectorTable;
import dev.clade.embedding.version.EmbeddingVersion;
import dev.clade.embedding.version.Probe;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import java.util.List;
import java.util.stream.IntStream;

/** Makes a version of the embedding: what was learned, with what answers from it need. */
final class VersionMaker {
  private VersionMaker() {}

  /**
   * Makes a version.
   *
   * @param features of all rows, as the network reads them
   */
  static EmbeddingVersion of(
      TemporalHoldout holdout,
      LearntEmbedding learnt,
      FeatureTable features,
      ContrastiveTrainer trainer) {
    int width = learnt.weights().shape().layers().embedding();
    VectorTable vectors = new VectorTable(width, trainer.encode(learnt.weights(), features));
    return new EmbeddingVersion(
        learnt.vocabulary(),
        new TrainedNetwork(learnt.weights(), learnt.seed(), TokenHash.ID),
        learnt.refreshes(),
        probe(holdout.set(), learnt, trainer),
        AttributeLearner.learn(holdout, vectors),
        ParentLearner.learn(holdout, features, learnt.weights(), vectors, learnt.seed()));
  }

  private static Probe probe(
      RepositorySet set, LearntEmbedding learnt, ContrastiveTrainer trainer) {
    List<RepositoryRecord> records =
        IntStream.of(
                Draw.of(
                    IntStream.range(0, set.records().size()).toArray(), Probe.MOST, row -> true))
            .mapToObj(set.records()::get)
            .toList();
    return new Probe(
        set.snapshot(),
        records,
        trainer.encode(
            learnt.weights(), Probe.features(learnt.vocabulary(), set.snapshot(), records)));
  }
}
