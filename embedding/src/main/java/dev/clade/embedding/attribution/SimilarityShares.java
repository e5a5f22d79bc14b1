package dev.clade.embedding.attribution;

import dev.clade.embedding.vector.VectorTable;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/**
 * Shares of owners in a repository, by the similarity of what it may come from: each row of a pool
 * has e^(cosine/0.1) of the sum. The pool is ancestors and datasets where some are declared, else
 * the nearest older rows; of copies, the first counts.
 *
 * @param owners the share of each other owner, by number
 * @param own the share of the repository's own owner
 * @param unknown 1 if nothing in the pool is similar enough, else 0
 */
public record SimilarityShares(Int2DoubleMap owners, double own, double unknown) {
  private static final double TEMPERATURE = 0.1;

  /**
   * Computes shares, which sum to 1.
   *
   * @param row the repository
   * @param pool rows it may come from, those created first before their copies
   * @param ownerOf for each row its owner
   * @param copies for each row its group of copies
   * @param least cosine that the most similar row must have
   */
  public static SimilarityShares of(
      VectorTable vectors, int row, int[] pool, int[] ownerOf, int[] copies, double least) {
    Int2DoubleOpenHashMap owners = new Int2DoubleOpenHashMap();
    IntOpenHashSet seen = new IntOpenHashSet();
    double own = 0;
    double sum = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int other : pool) {
      if (seen.add(copies[other])) {
        double cosine = vectors.cosine(row, other);
        double weight = Math.exp((cosine - 1) / TEMPERATURE);
        most = Math.max(most, cosine);
        sum += weight;
        if (ownerOf[other] == ownerOf[row]) {
          own += weight;
        } else {
          owners.addTo(ownerOf[other], weight);
        }
      }
    }
    if (most < least) {
      return new SimilarityShares(new Int2DoubleOpenHashMap(), 0, 1);
    }
    double all = sum;
    owners.int2DoubleEntrySet().forEach(each -> each.setValue(each.getDoubleValue() / all));
    return new SimilarityShares(owners, own / all, 0);
  }
}
