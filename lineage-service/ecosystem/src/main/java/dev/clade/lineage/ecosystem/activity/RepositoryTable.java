package dev.clade.lineage.ecosystem.activity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of the repositories of one kind, by columns. Columns that nobody knows are left
 * out.
 *
 * @param size how many repositories
 * @param measures a value a repository, at least 0 or {@link #MISSING}; not copied, so nobody may
 *     change them while they are analysed
 * @param owners whom each belongs to
 * @param subFields those that each one belongs to
 * @param licenses each one's license identifiers in the order of its tags; none where it names none
 */
public record RepositoryTable(
    int size,
    Map<Measure, long[]> measures,
    Optional<List<String>> owners,
    Optional<List<Set<SubField>>> subFields,
    Optional<List<List<String>>> licenses) {
  /** Stands for a value that is not known, as the commits of a gated repository. */
  public static final long MISSING = -1;

  /**
   * Keeps an unchangeable map.
   *
   * @throws IllegalArgumentException when a column has another length, or a value is below {@link
   *     #MISSING}
   */
  public RepositoryTable {
    EnumMap<Measure, long[]> columns = new EnumMap<>(Measure.class);
    columns.putAll(measures);
    columns.forEach(RepositoryTable::requireValues);
    measures = Collections.unmodifiableMap(columns);
    for (long[] column : columns.values()) {
      requireLength(column.length, size);
    }
    owners.ifPresent(column -> requireLength(column.size(), size));
    subFields.ifPresent(column -> requireLength(column.size(), size));
    licenses.ifPresent(column -> requireLength(column.size(), size));
  }

  private static void requireLength(int length, int size) {
    if (length != size) {
      throw new IllegalArgumentException(
          "a column has %d values for %d repositories".formatted(length, size));
    }
  }

  private static void requireValues(Measure measure, long[] column) {
    for (long value : column) {
      if (value < MISSING) {
        throw new IllegalArgumentException(
            "%s must be at least 0, or -1 where missing: %d".formatted(measure, value));
      }
    }
  }
}
