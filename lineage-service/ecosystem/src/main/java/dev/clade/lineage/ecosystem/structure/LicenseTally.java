package dev.clade.lineage.ecosystem.structure;

import dev.clade.lineage.graph.license.LicenseChange;
import dev.clade.lineage.graph.snapshot.GraphSnapshot;
import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

/** Counts derivations by what became of the licenses. */
final class LicenseTally {
  private record Pair(List<String> base, List<String> derived) {}

  private final GraphSnapshot snapshot;
  private final IntFunction<Set<String>> licenses;
  private final long[] counts = new long[LicenseChange.values().length];
  private final Object2LongOpenHashMap<Pair> changes = new Object2LongOpenHashMap<>();

  LicenseTally(GraphSnapshot snapshot, IntFunction<Set<String>> licenses) {
    this.snapshot = snapshot;
    this.licenses = licenses;
  }

  void add(int base, int derived) {
    if (!snapshot.isCatalogued(base) || !snapshot.isCatalogued(derived)) {
      counts[LicenseChange.UNKNOWN.ordinal()]++;
      return;
    }
    Set<String> before = licenses.apply(base);
    Set<String> after = licenses.apply(derived);
    LicenseChange change = LicenseChange.of(before, after);
    counts[change.ordinal()]++;
    if (change != LicenseChange.SAME) {
      changes.addTo(new Pair(sorted(before), sorted(after)), 1);
    }
  }

  LicenseDifferences differences() {
    Map<LicenseChange, Long> byClass = new EnumMap<>(LicenseChange.class);
    for (LicenseChange change : LicenseChange.values()) {
      byClass.put(change, counts[change.ordinal()]);
    }
    List<LicenseTransition> ordered =
        changes.object2LongEntrySet().stream()
            .map(LicenseTally::transition)
            .sorted(
                Comparator.comparingLong(LicenseTransition::count)
                    .reversed()
                    .thenComparing(each -> each.base().toString())
                    .thenComparing(each -> each.derived().toString()))
            .toList();
    return new LicenseDifferences(byClass, ordered);
  }

  private static LicenseTransition transition(Object2LongMap.Entry<Pair> entry) {
    return new LicenseTransition(
        entry.getKey().base(), entry.getKey().derived(), entry.getLongValue());
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
