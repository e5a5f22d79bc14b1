package dev.clade.lineage.ecosystem.activity;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How unequally owners share what their repositories have together.
 *
 * @param owners how many there are
 * @param repositories the numbers of their repositories
 * @param measures the sums of each measure; missing values add nothing
 */
public record OwnerActivity(
    long owners, OwnerTotals repositories, Map<Measure, OwnerTotals> measures) {
  static OwnerActivity of(List<String> owners, Map<Measure, long[]> columns, int limit) {
    long[] ones = new long[owners.size()];
    Arrays.fill(ones, 1);
    OwnerTotals repositories = OwnerTotals.of(owners, ones, limit);
    Map<Measure, OwnerTotals> measures = new EnumMap<>(Measure.class);
    columns.forEach(
        (measure, column) -> measures.put(measure, OwnerTotals.of(owners, column, limit)));
    return new OwnerActivity(
        repositories.concentration().count(), repositories, Collections.unmodifiableMap(measures));
  }
}
