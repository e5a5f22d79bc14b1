package dev.clade.embedding.duplicate;

/** Sets that are joined one by one; each is known by its smallest member. */
public final class DisjointSets {
  private final int[] up;

  /** Begins with a set for each number below a count. */
  public DisjointSets(int count) {
    up = new int[count];
    for (int i = 0; i < count; i++) {
      up[i] = i;
    }
  }

  /** Joins the sets of two. */
  public void join(int one, int other) {
    int first = find(one);
    int second = find(other);
    up[Math.max(first, second)] = Math.min(first, second);
  }

  /** Returns the smallest member of a set. */
  public int find(int one) {
    int root = one;
    while (up[root] != root) {
      up[root] = up[up[root]];
      root = up[root];
    }
    return root;
  }

  /** Returns for each the smallest member of its set. */
  public int[] roots() {
    int[] roots = new int[up.length];
    for (int i = 0; i < roots.length; i++) {
      roots[i] = find(i);
    }
    return roots;
  }
}
