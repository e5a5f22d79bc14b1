package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.network.NetworkWeights;

/** Says how good an embedding is on what it was not trained on. */
public interface Validation {
  /**
   * Returns a score; higher is better.
   *
   * @param weights the network as it is, which goes on being trained: not to be kept
   * @param fused the fused vectors of all rows, one after the other
   */
  double score(NetworkWeights weights, float[] fused);
}
