package dev.clade.valuation.worker.embedding;

import java.util.Map;

/** What a coalition gave. */
public final class EvaluatedEmbedding {
  private final LearntEmbedding learnt;
  private final Map<String, Double> utilities;

  EvaluatedEmbedding(LearntEmbedding learnt, Map<String, Double> utilities) {
    this.learnt = learnt;
    this.utilities = Map.copyOf(utilities);
  }

  /** Returns what was measured by name, all finite; higher is better. */
  public Map<String, Double> utilities() {
    return utilities;
  }

  /** Returns what was learned. */
  LearntEmbedding learnt() {
    return learnt;
  }
}
