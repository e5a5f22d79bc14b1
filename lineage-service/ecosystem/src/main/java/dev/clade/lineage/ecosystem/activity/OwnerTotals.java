package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.concentration.Concentration;
import it.unimi.dsi.fastutil.objects.Object2LongMap;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the repositories of each owner have together.
 *
 * @param concentration how unequally owners share it
 * @param top the owners who have most, most first, equal ones by name; none who has nothing
 */
public record OwnerTotals(Concentration concentration, List<Owner> top) {
  /**
   * An owner.
   *
   * @param name the owner's name
   * @param total what the owner's repositories have together, at least 1
   * @param share of what all repositories have, 0 to 1
   */
  public record Owner(String name, long total, double share) {}

  /** Keeps an unchangeable copy of the list. */
  public OwnerTotals {
    top = List.copyOf(top);
  }

  /**
   * Adds up by owner.
   *
   * @param column a value a repository; what is below 0 adds nothing
   * @param limit how many of the top to name, at least 1
   */
  static OwnerTotals of(List<String> owners, long[] column, int limit) {
    Object2LongOpenHashMap<String> sums = new Object2LongOpenHashMap<>();
    for (int i = 0; i < column.length; i++) {
      sums.addTo(owners.get(i), Math.max(0, column[i]));
    }
    long[] ranked = sums.values().toLongArray();
    Arrays.sort(ranked);
    long least = ranked.length <= limit ? 1 : Math.max(1, ranked[ranked.length - limit]);
    double all = Arrays.stream(ranked).asDoubleStream().sum();
    return new OwnerTotals(
        Concentration.of(ranked),
        sums.object2LongEntrySet().stream()
            .filter(each -> each.getLongValue() >= least)
            .sorted(
                Comparator.<Object2LongMap.Entry<String>>comparingLong(each -> -each.getLongValue())
                    .thenComparing(Object2LongMap.Entry::getKey))
            .limit(limit)
            .map(each -> new Owner(each.getKey(), each.getLongValue(), each.getLongValue() / all))
            .toList());
  }
}
