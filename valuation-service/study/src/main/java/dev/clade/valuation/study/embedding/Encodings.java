package dev.clade.valuation.study.embedding;

import dev.clade.embedding.feature.FeatureTable;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.making.Vocabulary;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.embedding.Holdout;
import dev.clade.valuation.worker.embedding.LearntEmbedding;
import java.util.List;

/**
 * What all networks make of all rows, by the same words and the same relations.
 *
 * @param vocabulary what features are made with
 * @param features of all rows before any network made the lineage view anew
 * @param seeds the embedding's
 * @param others those of what it is compared with
 */
record Encodings(
    Vocabulary vocabulary, FeatureTable features, List<Encoded> seeds, List<Encoded> others) {
  /**
   * Encodes.
   *
   * @param leaks what is taken out of features
   * @param graph what rows may see of each other
   */
  static Encodings of(
      Networks networks,
      Holdout holdout,
      LeakList leaks,
      LineageGraph graph,
      ContrastiveTrainer trainer) {
    LearntEmbedding untrained = hiding(networks.untrained().learnt(), leaks);
    FeatureTable features = untrained.features(holdout, graph, trainer);
    return new Encodings(
        untrained.vocabulary(),
        features,
        networks.seeds().stream()
            .map(each -> encoded(each, holdout, leaks, graph, trainer))
            .toList(),
        networks.others().stream()
            .map(each -> Encoded.of(each.name(), each.learnt(), features, trainer))
            .toList());
  }

  /** Encodes all rows by the embedding alone. */
  static List<Encoded> seeds(
      Networks networks, Holdout holdout, LineageGraph graph, ContrastiveTrainer trainer) {
    return networks.seeds().stream()
        .map(each -> encoded(each, holdout, holdout.leaks(), graph, trainer))
        .toList();
  }

  private static Encoded encoded(
      Trained trained,
      Holdout holdout,
      LeakList leaks,
      LineageGraph graph,
      ContrastiveTrainer trainer) {
    LearntEmbedding learnt = hiding(trained.learnt(), leaks);
    return Encoded.of(trained.name(), learnt, learnt.features(holdout, graph, trainer), trainer);
  }

  private static LearntEmbedding hiding(LearntEmbedding learnt, LeakList leaks) {
    Vocabulary counted = learnt.vocabulary();
    return new LearntEmbedding(
        learnt.weights(),
        new Vocabulary(
            leaks,
            counted.boilerplate(),
            counted.cardWorth(),
            counted.tagWorth(),
            counted.scores(),
            counted.owners()),
        learnt.refreshes(),
        learnt.seed(),
        learnt.kept());
  }
}
