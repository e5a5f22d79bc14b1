package dev.clade.lineage.ecosystem.topic;

import dev.clade.lineage.ecosystem.topic.model.TopicModel;
import dev.clade.lineage.ecosystem.topic.text.Corpus;
import java.util.ArrayList;
import java.util.List;

/**
 * One number of topics, tried in several chains of draws.
 *
 * @param coherences the mean coherence of the topics, by chain
 * @param best the topics of the chain where it is largest, of equal ones the first
 */
record TopicTrial(List<Double> coherences, TopicModel best) {
  /** Keeps an unchangeable copy. */
  TopicTrial {
    coherences = List.copyOf(coherences);
  }

  /**
   * Tries.
   *
   * @param topics how many
   * @param chains how many, at least 1; each has a seed of its own
   */
  static TopicTrial of(Corpus corpus, int topics, int chains, int rounds, int seed) {
    List<Double> coherences = new ArrayList<>();
    TopicModel best = null;
    for (int chain = 0; chain < chains; chain++) {
      int own = (seed + chain) & Integer.MAX_VALUE;
      TopicModel model = TopicModel.of(corpus, topics, rounds, own);
      coherences.add(model.coherence());
      best = best == null || model.coherence() > best.coherence() ? model : best;
    }
    return new TopicTrial(coherences, best);
  }

  int topics() {
    return best.topics().size();
  }

  /** Returns the mean over chains. */
  double coherence() {
    return coherences.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  double least() {
    return coherences.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
  }
}
