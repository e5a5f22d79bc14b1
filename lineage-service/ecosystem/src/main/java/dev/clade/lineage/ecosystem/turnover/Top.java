package dev.clade.lineage.ecosystem.turnover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The repositories with the largest values of a snapshot. Of equal values the first by name counts,
 * regardless of case, then by its characters; who falls out by that alone is counted.
 *
 * @param members their present identifiers, the largest value first
 * @param border the smallest value in the top; 0 of an empty top
 * @param tiedOutside how many more have the border's value
 */
record Top(Set<String> members, long border, long tiedOutside) {
  private static final Comparator<Map.Entry<String, Long>> ORDER =
      Map.Entry.<String, Long>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey(String.CASE_INSENSITIVE_ORDER))
          .thenComparing(Map.Entry.comparingByKey());

  /** Takes O(n log n); of several names of one repository the largest value is its own. */
  static Top of(MeasuredSnapshot snapshot, int size, Map<String, String> aliases) {
    Map<String, Long> values = HashMap.newHashMap(snapshot.values().size());
    snapshot
        .values()
        .forEach((id, value) -> values.merge(aliases.getOrDefault(id, id), value, Math::max));
    List<Map.Entry<String, Long>> ranked = new ArrayList<>(values.entrySet());
    ranked.sort(ORDER);
    int count = Math.min(size, ranked.size());
    if (count == 0) {
      return new Top(Set.of(), 0, 0);
    }
    long border = ranked.get(count - 1).getValue();
    Set<String> members = new LinkedHashSet<>();
    ranked.subList(0, count).forEach(each -> members.add(each.getKey()));
    long tied =
        ranked.subList(count, ranked.size()).stream()
            .takeWhile(each -> each.getValue() == border)
            .count();
    return new Top(members, border, tied);
  }
}
