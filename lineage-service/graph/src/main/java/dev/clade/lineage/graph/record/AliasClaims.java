package dev.clade.lineage.graph.record;

import it.unimi.dsi.fastutil.ints.Int2IntMap;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongAVLTreeSet;
import it.unimi.dsi.fastutil.longs.LongSortedSet;
import java.util.BitSet;

/**
 * Which names each record says that its artifact had before, by name ids. Several may say so of one
 * name. Takes 64 bytes for each, which few artifacts have.
 */
final class AliasClaims {
  /** Alias above the name of the record that claims it. */
  private final LongSortedSet byAlias = new LongAVLTreeSet();

  /** The same with the name above the alias. */
  private final LongSortedSet byName = new LongAVLTreeSet();

  /** Returns each claimed name, above that of the record that claims it, in ascending order. */
  long[] toArray() {
    return byAlias.toLongArray();
  }

  /** Replaces what a record claims; returns whether that changed. */
  boolean replace(int name, int[] aliases) {
    LongSortedSet former = byName.subSet(pair(name, 0), pair(name, 0) + (1L << Integer.SIZE));
    if (former.isEmpty() && aliases.length == 0) {
      return false;
    }
    LongSortedSet claimed = new LongAVLTreeSet();
    for (int alias : aliases) {
      claimed.add(pair(name, alias));
    }
    if (claimed.equals(former)) {
      return false;
    }
    for (long claim : former.toLongArray()) {
      byName.remove(claim);
      byAlias.remove(pair((int) claim, name));
    }
    claimed.forEach(claim -> add((int) claim, name));
    return true;
  }

  void add(int alias, int name) {
    byAlias.add(pair(alias, name));
    byName.add(pair(name, alias));
  }

  /** Returns each claimed name with the first, by name, of those that claim it. */
  Int2IntMap first(Names names) {
    Int2IntMap first = new Int2IntOpenHashMap();
    for (long claim : toArray()) {
      int alias = above(claim);
      int name = (int) claim;
      if (!first.containsKey(alias) || names.before(names.get(first.get(alias))).test(name)) {
        first.put(alias, name);
      }
    }
    return first;
  }

  /** Adds all names that are claimed or claim. */
  void addTo(BitSet used) {
    for (long claim : toArray()) {
      used.set(above(claim));
      used.set((int) claim);
    }
  }

  /** Returns the same claims under new ids. */
  AliasClaims renumbered(int[] newIds) {
    AliasClaims renumbered = new AliasClaims();
    for (long claim : toArray()) {
      renumbered.add(newIds[above(claim)], newIds[(int) claim]);
    }
    return renumbered;
  }

  private static long pair(int above, int below) {
    return ((long) above << Integer.SIZE) | below;
  }

  private static int above(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }
}
