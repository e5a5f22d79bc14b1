package dev.clade.embedding.network;

/**
 * What a network makes of fused vectors: how tasks see them, and how likely one is another's
 * parent.
 */
public final class Heads {
  /** No scale is above this; the logarithm's limit is from "CLIP" (arXiv 2103.00020). */
  public static final double LARGEST_SCALE = 100;

  private final NetworkWeights weights;

  /** Creates heads. */
  public Heads(NetworkWeights weights) {
    this.weights = weights;
  }

  /** Returns a fused vector as a task sees it, of length 1. */
  public float[] task(int task, float[] fused) {
    return project(weights.layout().task(task), fused);
  }

  /** Returns the fused vector of a child as its parents are looked for with, of length 1. */
  public float[] child(float[] fused) {
    return project(weights.layout().child(), fused);
  }

  /** Returns the fused vector of a parent as its children find it by, of length 1. */
  public float[] parent(float[] fused) {
    return project(weights.layout().parent(), fused);
  }

  /**
   * Returns how much speaks for a parent: the logarithm of its odds among other candidates.
   *
   * @param child what {@link #child} made of the child
   * @param parent what {@link #parent} made of the candidate
   * @param pair what both have in common; see {@link PairFeatures}
   */
  public double link(float[] child, float[] parent, float[] pair) {
    Block linkScale = weights.layout().linkScale();
    double scale = Math.min(Math.exp(weights.dense()[linkScale.offset()]), LARGEST_SCALE);
    double cosine = 0;
    for (int i = 0; i < child.length; i++) {
      cosine += (double) child[i] * parent[i];
    }
    double score = scale * cosine;
    Block shares = weights.layout().pair();
    for (int i = 0; i < pair.length; i++) {
      score += (double) weights.dense()[shares.offset() + i] * pair[i];
    }
    return score;
  }

  private float[] project(Block matrix, float[] fused) {
    return Vectors.normalize(Vectors.multiply(weights.dense(), matrix, fused));
  }
}
