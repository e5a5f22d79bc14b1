package dev.clade.valuation.worker.embedding;

import java.util.BitSet;
import java.util.List;

/**
 * What to evaluate.
 *
 * @param contributors all of them, in the order of the coalition's bits
 * @param coalition contributors that take part, as bits
 * @param replicate number of the training seed, from 0
 * @param seed root of the run's randomness
 * @param parameters how the embedding is trained
 */
public record EmbeddingRequest(
    List<Contributor> contributors,
    BitSet coalition,
    int replicate,
    long seed,
    EmbeddingParameters parameters) {
  /** Copies the list. */
  public EmbeddingRequest {
    contributors = List.copyOf(contributors);
  }

  /** Returns whether what is learned becomes a version: everybody's first network does, if any. */
  public boolean isPublished() {
    return parameters.publish() && replicate == 0 && coalition.cardinality() == contributors.size();
  }
}
