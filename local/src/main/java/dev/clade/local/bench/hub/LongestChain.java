package dev.clade.local.bench.hub;

import dev.clade.lineage.graph.RelationType;
import java.util.function.Predicate;

/** The longest way upstream in a hub without circles. */
final class LongestChain {
  private final Hub hub;
  private final Predicate<RelationType> types;
  private final int[] lengths;

  private LongestChain(Hub hub, Predicate<RelationType> types) {
    this.hub = hub;
    this.types = types;
    this.lengths = new int[hub.count()];
  }

  /** Returns how many artifacts it has, along relations of some types. */
  static int of(Hub hub, Predicate<RelationType> types) {
    LongestChain chain = new LongestChain(hub, types);
    int longest = 0;
    for (int artifact = 0; artifact < hub.count(); artifact++) {
      longest = Math.max(longest, chain.length(artifact));
    }
    return longest;
  }

  private int length(int artifact) {
    if (lengths[artifact] == 0) {
      int above = 0;
      for (int relation = hub.start(artifact); relation < hub.end(artifact); relation++) {
        if (types.test(hub.type(relation))) {
          above = Math.max(above, length(hub.upstream(relation)));
        }
      }
      lengths[artifact] = above + 1;
    }
    return lengths[artifact];
  }
}
