package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.Names;
import dev.clade.lineage.graph.record.RecordTable;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.util.BitSet;
import java.util.function.IntPredicate;

/** Finds the name that stands for each name of a table, by the rules of {@link SnapshotBuilder}. */
final class NameResolution {
  private static final int NONE = -1;

  private final RecordTable table;
  private final Names names;
  private final int[] order;
  private final BitSet referenced;
  private final Int2IntMap aliases;
  private final int[] standing;

  private NameResolution(RecordTable table, Names names, int[] order) {
    this.table = table;
    this.names = names;
    this.order = order;
    this.referenced = referenced(table, names);
    this.aliases = table.aliases();
    this.standing = new int[names.count()];
  }

  /**
   * Returns, by name id, the id of the name that is a node: itself, another one, or -1 for a name
   * that no record has or declares any longer.
   *
   * @param order the ids in the order of the names
   */
  static int[] of(RecordTable table, Names names, int[] order) {
    NameResolution resolution = new NameResolution(table, names, order);
    int end;
    for (int start = 0; start < order.length; start = end) {
      end = resolution.groupEnd(start);
      resolution.resolveGroup(start, end);
    }
    resolution.resolveAliases();
    return resolution.standing;
  }

  private void resolveGroup(int start, int end) {
    int representative = representative(start, end);
    for (int i = start; i < end; i++) {
      int name = order[i];
      standing[name] = table.hasRecord(name) ? name : representative;
    }
  }

  private void resolveAliases() {
    for (Int2IntMap.Entry alias : aliases.int2IntEntrySet()) {
      if (!table.hasRecord(alias.getIntKey())) {
        standing[alias.getIntKey()] = alias.getIntValue();
      }
    }
  }

  private int firstTarget(int start, int end) {
    for (int i = start; i < end; i++) {
      int target = aliases.getOrDefault(order[i], NONE);
      if (target != NONE) {
        return target;
      }
    }
    return NONE;
  }

  private int representative(int start, int end) {
    int catalogued = firstRecord(start, end);
    if (catalogued == NONE) {
      catalogued = firstTarget(start, end);
    }
    int declared = catalogued == NONE ? firstReferenced(start, end) : NONE;
    if (declared == NONE) {
      return catalogued;
    }
    for (ArtifactName candidate : ShortNames.candidates(names.get(declared))) {
      int owned = catalogued(candidate);
      if (owned != NONE) {
        return owned;
      }
    }
    return declared;
  }

  private int catalogued(ArtifactName name) {
    IntPredicate before = names.beforeFolded(name);
    int start = Search.lowerBound(order.length, place -> before.test(order[place]));
    boolean found = start < order.length && names.equalsFolded(order[start], name);
    return found ? firstRecord(start, groupEnd(start)) : NONE;
  }

  private int groupEnd(int start) {
    int end = start + 1;
    while (end < order.length && names.equalsFolded(order[end - 1], order[end])) {
      end++;
    }
    return end;
  }

  private int firstRecord(int start, int end) {
    for (int i = start; i < end; i++) {
      if (table.hasRecord(order[i])) {
        return order[i];
      }
    }
    return NONE;
  }

  private int firstReferenced(int start, int end) {
    for (int i = start; i < end; i++) {
      if (referenced.get(order[i])) {
        return order[i];
      }
    }
    return NONE;
  }

  private static BitSet referenced(RecordTable table, Names names) {
    BitSet referenced = new BitSet(names.count());
    for (int name = 0; name < names.count(); name++) {
      if (table.hasRecord(name)) {
        for (int i = 0; i < table.declarationCount(name); i++) {
          referenced.set(table.upstream(name, i));
        }
      }
    }
    return referenced;
  }
}
