package dev.clade.embedding.parent;

import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.search.ExactScan;
import dev.clade.embedding.search.Nearest;
import dev.clade.embedding.search.VectorIndex;
import dev.clade.embedding.vector.VectorTable;
import it.unimi.dsi.fastutil.ints.Int2DoubleLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;

/**
 * What the 20 most similar rows that declare a parent declare, each with the weight e^(cosine/0.1),
 * so that all votes sum to 1. Siblings are more alike than parent and child, which is why this
 * finds parents that cosines do not.
 */
public final class Votes {
  private static final int NEIGHBOURS = 20;
  private static final double TEMPERATURE = 0.1;

  private final VectorTable vectors;
  private final VectorIndex index;
  private final int[][] parents;

  /**
   * Prepares votes of exactly the most similar rows.
   *
   * @param visible declarations that may be seen
   */
  public Votes(VectorTable vectors, LineageGraph visible) {
    this(vectors, new ExactScan(vectors), visible);
  }

  /**
   * Prepares votes of the rows that an index finds.
   *
   * @param index of the vectors
   * @param visible declarations that may be seen
   */
  public Votes(VectorTable vectors, VectorIndex index, LineageGraph visible) {
    this.vectors = vectors;
    this.index = index;
    this.parents = visible.parents();
  }

  /** Returns the votes for parents of a row; its own declaration has none. */
  public Int2DoubleMap of(int child) {
    Int2DoubleLinkedOpenHashMap votes = new Int2DoubleLinkedOpenHashMap();
    if (!vectors.has(child)) {
      return votes;
    }
    Nearest neighbours =
        index.nearest(
            vectors.vector(child), NEIGHBOURS, row -> row != child && parents[row].length > 0);
    double sum = 0;
    for (int i = 0; i < neighbours.count(); i++) {
      double weight = Math.exp((neighbours.cosines()[i] - 1) / TEMPERATURE);
      int[] declared = parents[neighbours.rows()[i]];
      for (int parent : declared) {
        double share = weight / declared.length;
        votes.addTo(parent, share);
        sum += share;
      }
    }
    double all = sum;
    votes.int2DoubleEntrySet().forEach(each -> each.setValue(each.getDoubleValue() / all));
    return votes;
  }
}
