package dev.clade.lineage.ecosystem.activity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Activity by group of licenses, in one reading of what a repository's license is.
 *
 * @param repositories how many are in each group
 * @param unknown the licenses that are in no group, with how many repositories name each
 * @param measures the comparison of the groups, in both readings of zeros
 */
public record LicenseActivity(
    Map<LicenseGroup, Long> repositories,
    SortedMap<String, Long> unknown,
    Map<Measure, Map<Zeros, LicenseComparison>> measures) {
  static LicenseActivity of(
      List<List<String>> licenses,
      Map<Measure, long[]> columns,
      LicenseGroups groups,
      LicenseReading reading) {
    LicenseGroup[] group = new LicenseGroup[licenses.size()];
    Map<LicenseGroup, Long> repositories = new EnumMap<>(LicenseGroup.class);
    SortedMap<String, Long> unknown = new TreeMap<>();
    for (int row = 0; row < group.length; row++) {
      group[row] = reading.group(licenses.get(row), groups);
      repositories.merge(group[row], 1L, Long::sum);
      reading.counted(licenses.get(row)).stream()
          .filter(license -> groups.group(license) == LicenseGroup.UNKNOWN)
          .distinct()
          .forEach(license -> unknown.merge(license, 1L, Long::sum));
    }
    Map<Measure, Map<Zeros, LicenseComparison>> measures = new EnumMap<>(Measure.class);
    columns.forEach((measure, column) -> measures.put(measure, comparisons(column, group)));
    return new LicenseActivity(
        Collections.unmodifiableMap(repositories),
        Collections.unmodifiableSortedMap(unknown),
        Collections.unmodifiableMap(measures));
  }

  private static Map<Zeros, LicenseComparison> comparisons(long[] column, LicenseGroup[] group) {
    Map<Zeros, LicenseComparison> comparisons = new EnumMap<>(Zeros.class);
    for (Zeros zeros : Zeros.values()) {
      Map<LicenseGroup, long[]> values = new EnumMap<>(LicenseGroup.class);
      for (LicenseGroup each : LicenseGroup.values()) {
        values.put(
            each,
            IntStream.range(0, column.length)
                .filter(row -> group[row] == each && zeros.isValue(column[row]))
                .mapToLong(row -> column[row])
                .toArray());
      }
      comparisons.put(zeros, LicenseComparison.of(values));
    }
    return Collections.unmodifiableMap(comparisons);
  }
}
