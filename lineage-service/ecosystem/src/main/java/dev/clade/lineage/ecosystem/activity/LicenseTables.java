package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.rank.KruskalWallis;
import dev.clade.report.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of activity by group of licences. */
final class LicenseTables {
  private final Table.Builder groups =
      named("license_groups", "Repositories by group of licences")
          .text("group", "Group")
          .whole("repositories", "Repositories")
          .real("share", "Share of all");

  private final Table.Builder unlisted =
      named("unlisted_licenses", "Licences that are in no group")
          .text("license", "Licence")
          .whole("repositories", "Repositories that name it");

  private final Table.Builder distributions =
      DistributionTables.summaryColumns(
          measured("license_distributions", "Activity by group of licences")
              .text("group", "Group"));

  private final Table.Builder tests =
      measured("license_tests", "Whether groups of licences differ, Kruskal and Wallis")
          .real("h", "H, corrected for ties")
          .whole("degrees_of_freedom", "Degrees of freedom")
          .real("p", "p")
          .real("epsilon_squared", "ε²")
          .real("eta_squared", "η²");

  private final Table.Builder pairs =
      measured("license_pairs", "Which groups of licences differ, and how much")
          .text("first", "Group")
          .text("second", "Other group")
          .real("z", "z of Dunn's test")
          .real("p", "p")
          .real("holm", "p after Holm")
          .real("bonferroni", "p after Bonferroni")
          .real("a12", "A₁₂")
          .real("cliffs_delta", "Cliff's δ");

  private LicenseTables() {}

  static List<Table> of(ActivityStudy study) {
    LicenseTables tables = new LicenseTables();
    study
        .kinds()
        .forEach(
            (kind, found) ->
                found
                    .licenses()
                    .orElse(Map.of())
                    .forEach(
                        (reading, activity) ->
                            tables.add(
                                List.of(ActivityTables.label(kind), ActivityTables.label(reading)),
                                found.repositories(),
                                activity)));
    return Stream.of(
            tables.groups, tables.distributions, tables.tests, tables.pairs, tables.unlisted)
        .map(Table.Builder::build)
        .toList();
  }

  private void add(List<String> labels, double all, LicenseActivity activity) {
    activity
        .repositories()
        .forEach(
            (group, count) ->
                groups.row(
                    cells(labels, Stream.of(ActivityTables.label(group), count, count / all))));
    activity.unknown().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(each -> unlisted.row(cells(labels, Stream.of(each.getKey(), each.getValue()))));
    activity
        .measures()
        .forEach(
            (measure, readings) ->
                readings.forEach(
                    (zeros, comparison) ->
                        add(
                            Stream.concat(
                                    labels.stream(),
                                    Stream.of(
                                        ActivityTables.label(measure), ActivityTables.label(zeros)))
                                .toList(),
                            comparison)));
  }

  private void add(List<String> labels, LicenseComparison comparison) {
    comparison
        .groups()
        .forEach(
            (group, summary) ->
                distributions.row(
                    cells(
                        labels,
                        Stream.concat(
                            Stream.of(ActivityTables.label(group)),
                            DistributionTables.summary(summary)))));
    comparison.test().ifPresent(test -> tests.row(cells(labels, cells(test))));
    comparison.pairs().forEach(pair -> pairs.row(cells(labels, cells(pair))));
  }

  private static Stream<?> cells(KruskalWallis test) {
    return Stream.of(
        test.h(), test.degreesOfFreedom(), test.pValue(), test.epsilonSquared(), test.etaSquared());
  }

  private static Stream<?> cells(LicenseComparison.Pair pair) {
    return Stream.of(
        ActivityTables.label(pair.first()),
        ActivityTables.label(pair.second()),
        pair.dunn().z(),
        pair.dunn().pValue(),
        pair.dunn().holm(),
        pair.dunn().bonferroni(),
        pair.a12(),
        pair.cliffsDelta());
  }

  private static Object[] cells(List<String> labels, Stream<?> rest) {
    return DistributionTables.cells(labels.stream(), rest);
  }

  private static Table.Builder named(String name, String title) {
    return Table.named(name, title).text("kind", "Kind").text("reading", "Licences that count");
  }

  private static Table.Builder measured(String name, String title) {
    return named(name, title).text("measure", "Measure").text("zeros", "Zeros are");
  }
}
