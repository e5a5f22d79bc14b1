package dev.clade.embedding.parent;

import dev.clade.embedding.evaluation.ranking.PairScorer;
import dev.clade.embedding.network.Heads;
import dev.clade.embedding.network.NetworkWeights;
import dev.clade.embedding.network.PairOverlap;
import dev.clade.embedding.vector.VectorTable;
import java.util.function.IntFunction;

/** What a network says of one row being another's parent. */
public final class LinkScorer implements PairScorer {
  private final Heads heads;
  private final PairOverlap pairs;
  private final VectorTable children;
  private final IntFunction<float[]> parents;

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
    float[][] seen = new float[parents.rows()][];
    for (int row = 0; row < seen.length; row++) {
      seen[row] = heads.parent(parents.vector(row));
    }
    this.parents = row -> seen[row];
  }

  private LinkScorer(NetworkWeights weights, PairOverlap pairs, VectorTable vectors) {
    this.heads = new Heads(weights);
    this.pairs = pairs;
    this.children = vectors;
    this.parents = row -> heads.parent(vectors.vector(row));
  }

  /**
   * Returns a scorer of few candidates of many rows: how a candidate is looked at is computed when
   * it is asked for.
   *
   * @param pairs what two rows have in common
   * @param vectors fused vectors of all rows
   */
  public static LinkScorer ofFew(NetworkWeights weights, PairOverlap pairs, VectorTable vectors) {
    return new LinkScorer(weights, pairs, vectors);
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
      scores[i] = heads.link(child, parents.apply(candidates[i]), pair);
    }
    return scores;
  }
}
