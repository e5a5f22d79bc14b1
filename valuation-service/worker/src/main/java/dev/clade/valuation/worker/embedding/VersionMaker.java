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

  /** Makes a version. */
  static EmbeddingVersion of(Holdout holdout, LearntEmbedding learnt, ContrastiveTrainer trainer) {
    FeatureTable features = learnt.features(holdout, holdout.visible(), trainer);
    VectorTable vectors = learnt.vectors(features, trainer);
    return new EmbeddingVersion(
        learnt.vocabulary(),
        new TrainedNetwork(learnt.weights(), learnt.seed(), TokenHash.ID),
        learnt.refreshes(),
        probe(holdout.set(), learnt, trainer),
        AttributeLearner.learn(holdout, vectors),
        new ParentLearner(holdout, learnt, trainer).learn(features, vectors));
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
