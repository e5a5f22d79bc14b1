package dev.clade.lineage.ecosystem.statistics;

import it.unimi.dsi.fastutil.ints.Int2LongOpenHashMap;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/** Counts values one by one; not thread-safe. */
public final class Tally {
  private final Int2LongOpenHashMap counts = new Int2LongOpenHashMap();

  /** Counts a value once. */
  public void add(int value) {
    counts.addTo(value, 1);
  }

  /** Returns what was counted so far. */
  public Distribution distribution() {
    Map<Integer, BigInteger> exact = HashMap.newHashMap(counts.size());
    counts.forEach((value, count) -> exact.put(value, BigInteger.valueOf(count)));
    return Distribution.ofCounts(exact);
  }
}
