package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.concentration.Concentration;
import dev.clade.lineage.ecosystem.concentration.TopShare;
import dev.clade.lineage.ecosystem.statistics.Summary;
import dev.clade.report.Table;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of how measures are distributed, over all repositories of a kind and by sub-field. */
final class DistributionTables {
  private static final String ALL = "all";

  private DistributionTables() {}

  static Table distributions(ActivityStudy study) {
    Table.Builder table =
        summaryColumns(
            named("distributions", "How each measure is distributed")
                .whole("repositories", "Repositories")
                .whole("missing", "Without a value"));
    eachReading(
        study,
        (labels, repositories, reading) ->
            table.row(
                cells(
                    labels,
                    Stream.of(repositories, repositories - reading.summary().count()),
                    summary(reading.summary()))));
    return table.build();
  }

  static Table concentration(ActivityStudy study) {
    Table.Builder table =
        concentrationColumns(named("concentration", "How unequally each measure is shared out"));
    eachReading(
        study,
        (labels, repositories, reading) ->
            table.row(cells(labels, concentration(reading.concentration()))));
    return table.build();
  }

  private static Table.Builder named(String name, String title) {
    return Table.named(name, title)
        .text("kind", "Kind")
        .text("sub_field", "Sub-field")
        .text("measure", "Measure")
        .text("zeros", "Zeros are");
  }

  static Table.Builder summaryColumns(Table.Builder table) {
    return table
        .whole("n", "Values")
        .real("mean", "Mean")
        .real("median", "Median")
        .real("lower_quartile", "Lower quartile")
        .real("upper_quartile", "Upper quartile")
        .real("sd", "Standard deviation, n − 1")
        .whole("max", "Largest")
        .real("zero_share", "Share of zeros")
        .real("skewness", "Skewness g₁")
        .real("adjusted_skewness", "Skewness G₁");
  }

  static Stream<Object> summary(Summary of) {
    return Stream.of(
        of.count(),
        of.mean(),
        of.median(),
        of.lowerQuartile(),
        of.upperQuartile(),
        of.standardDeviation(),
        of.max(),
        of.zeroShare(),
        of.skewness(),
        of.adjustedSkewness());
  }

  static Table.Builder concentrationColumns(Table.Builder table) {
    return table
        .whole("n", "Values")
        .real("gini", "Gini coefficient")
        .real("herfindahl", "Herfindahl–Hirschman index")
        .real("top_0_01_percent", "Share of the top .01 %")
        .real("top_0_1_percent", "Of the top .1 %")
        .real("top_1_percent", "Of the top 1 %")
        .real("top_10_percent", "Of the top 10 %")
        .real("top_20_percent", "Of the top 20 %");
  }

  static Stream<Object> concentration(Concentration of) {
    return Stream.concat(
        Stream.of(of.count(), of.gini(), of.herfindahl()),
        of.topShares().stream().map(TopShare::share));
  }

  static Object[] cells(Stream<?>... parts) {
    return Stream.of(parts).flatMap(part -> part).toArray();
  }

  /** Takes a measure's distribution in one reading. */
  private interface Row {
    void add(Stream<String> labels, long repositories, Reading reading);
  }

  private static void eachReading(ActivityStudy study, Row row) {
    study
        .kinds()
        .forEach(
            (kind, found) -> {
              String label = ActivityTables.label(kind);
              found
                  .measures()
                  .forEach(
                      (measure, activity) ->
                          rows(
                              label,
                              ALL,
                              found.repositories(),
                              Map.of(measure, activity.readings()),
                              row));
              found
                  .subFields()
                  .orElse(Map.of())
                  .forEach(
                      (field, activity) ->
                          rows(
                              label,
                              field.label(),
                              activity.repositories(),
                              activity.measures(),
                              row));
            });
  }

  private static void rows(
      String kind,
      String field,
      long repositories,
      Map<Measure, Map<Zeros, Reading>> measures,
      Row row) {
    measures.forEach(
        (measure, readings) ->
            readings.forEach(
                (zeros, reading) ->
                    row.add(
                        Stream.of(
                            kind,
                            field,
                            ActivityTables.label(measure),
                            ActivityTables.label(zeros)),
                        repositories,
                        reading)));
  }
}
