package dev.clade.embedding.parent;

import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.vector.VectorTable;
import it.unimi.dsi.fastutil.ints.Int2DoubleLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2DoubleMap;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the 20 most similar rows that declare a parent declare, each with the weight e^(cosine/0.1),
 * so that all votes sum to 1. Siblings are more alike than parent and child, which is why this
 * finds parents that cosines do not.
 */
public final class Votes {
  private static final int NEIGHBOURS = 20;
  private static final double TEMPERATURE = 0.1;

  private final VectorTable vectors;
  private final int[][] parents;
  private final int[] declaring;

  /**
   * Prepares votes.
   *
   * @param visible declarations that may be seen
   */
  public Votes(VectorTable vectors, LineageGraph visible) {
    this.vectors = vectors;
    this.parents = visible.parents();
    this.declaring =
        IntStream.range(0, parents.length)
            .filter(row -> parents[row].length > 0 && vectors.has(row))
            .toArray();
  }

  /** Returns the votes for parents of a row; its own declaration has none. */
  public Int2DoubleMap of(int child) {
    Int2DoubleLinkedOpenHashMap votes = new Int2DoubleLinkedOpenHashMap();
    if (!vectors.has(child)) {
      return votes;
    }
    int[] others = Arrays.stream(declaring).filter(row -> row != child).toArray();
    double[] cosines =
        Arrays.stream(others).mapToDouble(row -> vectors.cosine(child, row)).toArray();
    double sum = 0;
    for (int neighbour : TopRows.of(others, cosines, NEIGHBOURS)) {
      double weight = Math.exp((vectors.cosine(child, neighbour) - 1) / TEMPERATURE);
      for (int parent : parents[neighbour]) {
        double share = weight / parents[neighbour].length;
        votes.addTo(parent, share);
        sum += share;
      }
    }
    double all = sum;
    votes.int2DoubleEntrySet().forEach(each -> each.setValue(each.getDoubleValue() / all));
    return votes;
  }
}
