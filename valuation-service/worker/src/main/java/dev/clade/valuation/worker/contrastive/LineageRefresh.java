package dev.clade.valuation.worker.contrastive;

import dev.clade.embedding.feature.DenseRows;

/**
 * Makes the lineage view anew between the rounds, from what neighbours' vectors are by then. It
 * must give the same whenever it is given the same, since a resumed training asks again.
 */
public interface LineageRefresh {
  /**
   * Returns the rows of the lineage view, as wide as before.
   *
   * @param fused the fused vectors of all rows, one after the other
   */
  DenseRows lineage(float[] fused);
}
