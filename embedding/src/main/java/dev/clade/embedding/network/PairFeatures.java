package dev.clade.embedding.network;

/** What a child and a candidate for its parent have in common, in numbers of about 0 to 1. */
public interface PairFeatures {
  /** Returns how many numbers there are. */
  int width();

  /**
   * Writes the numbers of a pair.
   *
   * @param child row of the child
   * @param parent row of the candidate
   * @param target where they are written
   * @param offset where in the target
   */
  void write(int child, int parent, float[] target, int offset);
}
