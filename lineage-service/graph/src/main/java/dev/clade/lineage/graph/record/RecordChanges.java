package dev.clade.lineage.graph.record;

import it.unimi.dsi.fastutil.ints.Int2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.ints.Int2ObjectMap;
import it.unimi.dsi.fastutil.ints.IntSet;
import it.unimi.dsi.fastutil.ints.IntSets;

/**
 * Which records of a table came or changed their declarations since a moment, and what they
 * declared then. Told only while these are few, and while names stand for what they stood for.
 */
public final class RecordChanges {
  /** Most records that changes are told of; the feed's batches of an import have 1,000. */
  static final int MOST = 256;

  private static final int[] NOTHING = {};

  private final Int2ObjectMap<int[]> former = new Int2ObjectLinkedOpenHashMap<>();
  private boolean isLost;

  /** Returns the name ids of the records, in the order of their first change. */
  public IntSet names() {
    return IntSets.unmodifiable(former.keySet());
  }

  /**
   * Returns the name ids of what a record declared before, one for each declaration; none for a
   * record that is new. The array is not to be changed.
   */
  public int[] formerUpstreams(int name) {
    return former.getOrDefault(name, NOTHING);
  }

  boolean isLost() {
    return isLost;
  }

  /** Gives up telling. */
  void lose() {
    isLost = true;
    former.clear();
  }

  /** Notes that a record is about to be replaced in a log. */
  void add(int name, DeclarationLog log) {
    if (isLost || former.containsKey(name)) {
      return;
    }
    if (former.size() == MOST) {
      lose();
      return;
    }
    int[] upstreams = new int[log.count(name)];
    for (int i = 0; i < upstreams.length; i++) {
      upstreams[i] = log.upstream(name, i);
    }
    former.put(name, upstreams);
  }
}
