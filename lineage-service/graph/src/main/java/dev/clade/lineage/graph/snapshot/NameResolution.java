package dev.clade.lineage.graph.snapshot;

import dev.clade.lineage.graph.ArtifactName;
import dev.clade.lineage.graph.record.Names;
import dev.clade.lineage.graph.record.RecordTable;
import it.unimi.dsi.fastutil.ints.Int2IntMap;
import java.util.BitSet;

/** Finds the name that stands for each name of a table, by the rules of {@link SnapshotBuilder}. */
final class NameResolution {
  private static final int NONE = -1;

  private final RecordTable table;
  private final Names names;
  private final int[] foldedOrder;
  private final BitSet referenced;
  private final int[] standing;

  private NameResolution(RecordTable table, Names names, int[] foldedOrder) {
    this.table = table;
    this.names = names;
    this.foldedOrder = foldedOrder;
    this.referenced = referenced(table, names);
    this.standing = new int[names.count()];
  }

  /**
   * Returns, by name id, the id of the name that is a node: itself, another one, or -1 for a name
   * that no record has or declares any longer.
   *
   * @param foldedOrder the ids as {@link NameOrder#folded()} sorts them
   */
  static int[] of(RecordTable table, Names names, int[] foldedOrder) {
    NameResolution resolution = new NameResolution(table, names, foldedOrder);
    int end;
    for (int start = 0; start < foldedOrder.length; start = end) {
      end = resolution.groupEnd(start);
      resolution.resolveGroup(start, end);
    }
    resolution.resolveAliases();
    return resolution.standing;
  }

  private void resolveGroup(int start, int end) {
    int representative = representative(start, end);
    for (int i = start; i < end; i++) {
      int name = foldedOrder[i];
      standing[name] = table.hasRecord(name) ? name : representative;
    }
  }

  private void resolveAliases() {
    for (Int2IntMap.Entry alias : table.aliases().int2IntEntrySet()) {
      if (!table.hasRecord(alias.getIntKey()) && table.hasRecord(alias.getIntValue())) {
        standing[alias.getIntKey()] = alias.getIntValue();
      }
    }
  }

  private int firstTarget(int start, int end) {
    for (int i = start; i < end; i++) {
      int target = table.aliases().getOrDefault(foldedOrder[i], NONE);
      if (target != NONE && table.hasRecord(target)) {
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
    int start =
        Search.lowerBound(
            foldedOrder.length, place -> names.compareFolded(foldedOrder[place], name) < 0);
    boolean found =
        start < foldedOrder.length && names.compareFolded(foldedOrder[start], name) == 0;
    return found ? firstRecord(start, groupEnd(start)) : NONE;
  }

  private int groupEnd(int start) {
    int end = start + 1;
    while (end < foldedOrder.length
        && names.compareFolded(foldedOrder[start], foldedOrder[end]) == 0) {
      end++;
    }
    return end;
  }

  private int firstRecord(int start, int end) {
    for (int i = start; i < end; i++) {
      if (table.hasRecord(foldedOrder[i])) {
        return foldedOrder[i];
      }
    }
    return NONE;
  }

  private int firstReferenced(int start, int end) {
    for (int i = start; i < end; i++) {
      if (referenced.get(foldedOrder[i])) {
        return foldedOrder[i];
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
