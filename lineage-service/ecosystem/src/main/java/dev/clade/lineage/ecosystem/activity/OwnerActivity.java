package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.concentration.Concentration;
import it.unimi.dsi.fastutil.objects.Object2LongOpenHashMap;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How unequally owners share what their repositories have together.
 *
 * @param owners how many there are
 * @param repositories the concentration of the numbers of their repositories
 * @param measures the concentration of the sums of each measure; missing values add nothing
 */
public record OwnerActivity(
    long owners, Concentration repositories, Map<Measure, Concentration> measures) {
  static OwnerActivity of(List<String> owners, Map<Measure, long[]> columns) {
    long[] ones = new long[owners.size()];
    Arrays.fill(ones, 1);
    Concentration repositories = Concentration.of(sums(owners, ones));
    Map<Measure, Concentration> measures = new EnumMap<>(Measure.class);
    columns.forEach(
        (measure, column) -> measures.put(measure, Concentration.of(sums(owners, column))));
    return new OwnerActivity(
        repositories.count(), repositories, Collections.unmodifiableMap(measures));
  }

  private static long[] sums(List<String> owners, long[] column) {
    Object2LongOpenHashMap<String> sums = new Object2LongOpenHashMap<>();
    for (int i = 0; i < column.length; i++) {
      sums.addTo(owners.get(i), Math.max(0, column[i]));
    }
    return sums.values().toLongArray();
  }
}
