package dev.clade.lineage.ecosystem.activity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is found of the repositories of one kind.
 *
 * @param repositories how many there are
 * @param measures each measure that has a column
 * @param correlations how the measures go together
 * @param contributors how many repositories have one contributor, where contributors are known
 * @param owners how unequally owners share, where owners are known
 * @param subFields the sub-fields, where those of each repository are known
 * @param licenses the groups of licenses, where licenses are known
 */
public record KindActivity(
    long repositories,
    Map<Measure, MeasureActivity> measures,
    ActivityCorrelations correlations,
    Optional<ContributorActivity> contributors,
    Optional<OwnerActivity> owners,
    Optional<Map<SubField, SubFieldActivity>> subFields,
    Optional<Map<LicenseReading, LicenseActivity>> licenses) {
  static KindActivity of(RepositoryTable table, LicenseGroups groups, ActivityOptions options) {
    Map<Measure, long[]> columns = table.measures();
    Map<Measure, MeasureActivity> measures = new EnumMap<>(Measure.class);
    columns.forEach(
        (measure, column) -> measures.put(measure, MeasureActivity.of(column, options)));
    return new KindActivity(
        table.size(),
        Collections.unmodifiableMap(measures),
        ActivityCorrelations.of(columns),
        Optional.ofNullable(columns.get(Measure.CONTRIBUTORS)).map(ContributorActivity::of),
        table.owners().map(owners -> OwnerActivity.of(owners, columns, options.owners())),
        table.subFields().map(fields -> SubFieldActivity.all(fields, columns)),
        table.licenses().map(licenses -> licenses(licenses, columns, groups)));
  }

  private static Map<LicenseReading, LicenseActivity> licenses(
      List<List<String>> licenses, Map<Measure, long[]> columns, LicenseGroups groups) {
    Map<LicenseReading, LicenseActivity> readings = new EnumMap<>(LicenseReading.class);
    for (LicenseReading reading : LicenseReading.values()) {
      readings.put(reading, LicenseActivity.of(licenses, columns, groups, reading));
    }
    return Collections.unmodifiableMap(readings);
  }
}
