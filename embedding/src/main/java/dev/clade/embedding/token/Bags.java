package dev.clade.embedding.token;

import dev.clade.embedding.feature.TokenBags;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;

/** Collects bags of tokens, a row at a time. */
public final class Bags {
  private final int buckets;
  private final IntArrayList offsets = IntArrayList.of(0);
  private final IntArrayList tokens = new IntArrayList();
  private final FloatArrayList weights = new FloatArrayList();

  /** Begins with no row. */
  public Bags(int buckets) {
    this.buckets = buckets;
  }

  /**
   * Adds a row.
   *
   * @param row its tokens, in any order, each as often as it is there
   * @param worth what each bucket's token tells, above 0
   */
  public void add(int[] row, float[] worth) {
    int[] sorted = row.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length; ) {
      int end = i;
      while (end < sorted.length && sorted[end] == sorted[i]) {
        end++;
      }
      tokens.add(sorted[i]);
      weights.add((end - i) * worth[sorted[i]]);
      i = end;
    }
    offsets.add(tokens.size());
  }

  /** Returns the rows so far. */
  public TokenBags build() {
    return new TokenBags(
        buckets, offsets.toIntArray(), tokens.toIntArray(), weights.toFloatArray());
  }
}
