package dev.clade.lineage.ecosystem.activity;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The repositories of one sub-field.
 *
 * @param repositories how many
 * @param shared how many of them are in each sub-field; this one has all
 * @param measures their distributions in both readings
 */
public record SubFieldActivity(
    long repositories, Map<SubField, Long> shared, Map<Measure, Map<Zeros, Reading>> measures) {
  static Map<SubField, SubFieldActivity> all(
      List<Set<SubField>> fieldsOf, Map<Measure, long[]> columns) {
    Map<SubField, SubFieldActivity> fields = new EnumMap<>(SubField.class);
    for (SubField field : SubField.values()) {
      int[] rows =
          IntStream.range(0, fieldsOf.size())
              .filter(row -> fieldsOf.get(row).contains(field))
              .toArray();
      fields.put(field, of(rows, fieldsOf, columns));
    }
    return Collections.unmodifiableMap(fields);
  }

  private static SubFieldActivity of(
      int[] rows, List<Set<SubField>> fieldsOf, Map<Measure, long[]> columns) {
    Map<SubField, Long> shared = new EnumMap<>(SubField.class);
    for (SubField other : SubField.values()) {
      shared.put(
          other, Arrays.stream(rows).filter(row -> fieldsOf.get(row).contains(other)).count());
    }
    Map<Measure, Map<Zeros, Reading>> measures = new EnumMap<>(Measure.class);
    columns.forEach(
        (measure, column) ->
            measures.put(
                measure,
                Reading.both(Arrays.stream(rows).mapToLong(row -> column[row]).toArray())));
    return new SubFieldActivity(
        rows.length, Collections.unmodifiableMap(shared), Collections.unmodifiableMap(measures));
  }
}
