package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Counts derivations by what became of the licences. */
final class LicenceTally {
  private record Pair(List<String> base, List<String> derived) {}

  private final GraphSnapshot snapshot;
  private final IntFunction<Set<String>> licences;
  private final long[] counts = new long[LicenceChange.values().length];
  private final Object2LongOpenHashMap<Pair> changes = new Object2LongOpenHashMap<>();

  LicenceTally(GraphSnapshot snapshot, IntFunction<Set<String>> licences) {
    this.snapshot = snapshot;
    this.licences = licences;
  }

  void add(int base, int derived) {
    if (!snapshot.isCatalogued(base) || !snapshot.isCatalogued(derived)) {
      counts[LicenceChange.UNKNOWN.ordinal()]++;
      return;
    }
    Set<String> before = licences.apply(base);
    Set<String> after = licences.apply(derived);
    LicenceChange change = LicenceChange.between(before, after);
    counts[change.ordinal()]++;
    if (change != LicenceChange.SAME) {
      changes.addTo(new Pair(sorted(before), sorted(after)), 1);
    }
  }

  LicenceDifferences differences() {
    Map<LicenceChange, Long> byClass = new EnumMap<>(LicenceChange.class);
    for (LicenceChange change : LicenceChange.values()) {
      byClass.put(change, counts[change.ordinal()]);
    }
    List<LicenceTransition> ordered =
        changes.object2LongEntrySet().stream()
            .map(LicenceTally::transition)
            .sorted(
                Comparator.comparingLong(LicenceTransition::count)
                    .reversed()
                    .thenComparing(each -> each.base().toString())
                    .thenComparing(each -> each.derived().toString()))
            .toList();
    return new LicenceDifferences(byClass, ordered);
  }

  private static LicenceTransition transition(Object2LongMap.Entry<Pair> entry) {
    return new LicenceTransition(
        entry.getKey().base(), entry.getKey().derived(), entry.getLongValue());
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
