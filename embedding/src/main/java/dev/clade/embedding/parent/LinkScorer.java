package dev.clade.embedding.parent;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.network.Heads;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.vector.VectorTable;

/** What a network says of one row being another's parent. */
public final class LinkScorer implements PairScorer {
  private final Heads heads;
  private final PairOverlap pairs;
  private final VectorTable children;
  private final float[][] parents;

  /**
   * Prepares to score.
   *
   * @param pairs what two rows have in common
   * @param children fused vectors of all rows as children are looked at
   * @param parents fused vectors of all rows as candidates are
   */
  public LinkScorer(
      NetworkWeights weights, PairOverlap pairs, VectorTable children, VectorTable parents) {
    this.heads = new Heads(weights);
    this.pairs = pairs;
    this.children = children;
    this.parents = new float[parents.rows()][];
    for (int row = 0; row < this.parents.length; row++) {
      this.parents[row] = heads.parent(parents.vector(row));
    }
  }

  @Override
  public String name() {
    return "link";
  }

  @Override
  public double[] score(int query, int[] candidates) {
    float[] child = heads.child(children.vector(query));
    float[] pair = new float[pairs.width()];
    double[] scores = new double[candidates.length];
    for (int i = 0; i < candidates.length; i++) {
      pairs.write(query, candidates[i], pair, 0);
      scores[i] = heads.link(child, parents[candidates[i]], pair);
    }
    return scores;
  }
}
