package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.rank.SpearmanMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How the measures go together. The study does not say which repositories it correlated over; with
 * zeros, which most have, the common zeros make most of it, so both are told.
 *
 * @param measures those with a column, in the order of the matrices
 * @param all over the repositories that have both values
 * @param nonZero over those that have both above 0
 */
public record ActivityCorrelations(
    List<Measure> measures, SpearmanMatrix all, SpearmanMatrix nonZero) {
  static ActivityCorrelations of(Map<Measure, long[]> columns) {
    return new ActivityCorrelations(
        List.copyOf(columns.keySet()),
        matrix(columns, Zeros.COUNTED),
        matrix(columns, Zeros.MISSING));
  }

  private static SpearmanMatrix matrix(Map<Measure, long[]> columns, Zeros zeros) {
    List<double[]> values = new ArrayList<>();
    columns.values().forEach(column -> values.add(zeros.withGaps(column)));
    return SpearmanMatrix.of(values);
  }
}
