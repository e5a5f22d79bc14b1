package dev.clade.lineage.ecosystem.powerlaw;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.random.RandomGenerator;

/** Draws classes by their frequencies, each in constant time (Vose 1991). */
final class AliasTable {
  private final double[] kept;
  private final int[] alias;

  /**
   * @param frequencies at least 0 each, and not all 0
   */
  AliasTable(long[] frequencies) {
    double total = 0;
    for (long frequency : frequencies) {
      total += frequency;
    }
    kept = new double[frequencies.length];
    alias = new int[frequencies.length];
    IntArrayList small = new IntArrayList();
    IntArrayList large = new IntArrayList();
    for (int i = 0; i < kept.length; i++) {
      kept[i] = frequencies[i] * (kept.length / total);
      (kept[i] < 1 ? small : large).push(i);
    }
    while (!small.isEmpty() && !large.isEmpty()) {
      int less = small.popInt();
      int more = large.topInt();
      alias[less] = more;
      kept[more] -= 1 - kept[less];
      if (kept[more] < 1) {
        small.push(large.popInt());
      }
    }
    // What is left has one whole share, but for rounding.
    small.forEach(i -> kept[i] = 1);
    large.forEach(i -> kept[i] = 1);
  }

  int draw(RandomGenerator random) {
    int index = random.nextInt(kept.length);
    return random.nextDouble() < kept[index] ? index : alias[index];
  }
}
