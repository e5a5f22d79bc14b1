package dev.clade.lineage.ecosystem.activity;

import dev.clade.lineage.ecosystem.rank.Spearman;
import dev.clade.lineage.ecosystem.rank.SpearmanMatrix;
import dev.clade.report.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The tables of correlations, contributors, owners and sub-fields. */
final class ActivityTables {
  private static final String REPOSITORIES = "repositories";

  private ActivityTables() {}

  static Table correlations(ActivityStudy study) {
    Table.Builder table =
        Table.named("correlations", "How the measures go together, Spearman's rank correlation")
            .text("kind", "Kind")
            .text("pairs", "Over pairs of values")
            .text("measure", "Measure")
            .text("other", "Other measure")
            .real("rho", "ρ")
            .real("p", "p")
            .whole("n", "Pairs");
    study
        .kinds()
        .forEach(
            (kind, found) -> {
              ActivityCorrelations of = found.correlations();
              correlations(table, label(kind), "all", of.measures(), of.all());
              correlations(table, label(kind), "both above 0", of.measures(), of.nonZero());
            });
    return table.build();
  }

  private static void correlations(
      Table.Builder table,
      String kind,
      String pairs,
      List<Measure> measures,
      SpearmanMatrix matrix) {
    for (int i = 0; i < measures.size(); i++) {
      for (int j = 0; j < measures.size(); j++) {
        Spearman found = matrix.at(i, j);
        table.row(
            kind,
            pairs,
            label(measures.get(i)),
            label(measures.get(j)),
            found.rho(),
            found.pValue(),
            found.count());
      }
    }
  }

  static Table contributors(ActivityStudy study) {
    Table.Builder table =
        Table.named("contributors", "Repositories that are one contributor's work")
            .text("kind", "Kind")
            .whole(REPOSITORIES, "Repositories with a contributor")
            .whole("single", "With exactly one")
            .real("share", "Their share");
    study
        .kinds()
        .forEach(
            (kind, found) ->
                found
                    .contributors()
                    .ifPresent(
                        of ->
                            table.row(
                                label(kind), of.repositories(), of.single(), of.singleShare())));
    return table.build();
  }

  static Table owners(ActivityStudy study) {
    Table.Builder table =
        DistributionTables.concentrationColumns(
            Table.named("owners", "How unequally owners share what their repositories have")
                .text("kind", "Kind")
                .text("measure", "Sum by owner of"));
    eachTotal(
        study,
        (kind, measure, totals) ->
            table.row(
                DistributionTables.cells(
                    Stream.of(kind, measure),
                    DistributionTables.concentration(totals.concentration()))));
    return table.build();
  }

  static Table topOwners(ActivityStudy study) {
    Table.Builder table =
        Table.named("top_owners", "The owners whose repositories have most")
            .text("kind", "Kind")
            .text("measure", "Sum by owner of")
            .text("owner", "Owner")
            .whole("total", "Sum")
            .real("share", "Share of all");
    eachTotal(
        study,
        (kind, measure, totals) ->
            totals
                .top()
                .forEach(
                    each -> table.row(kind, measure, each.name(), each.total(), each.share())));
    return table.build();
  }

  /** Takes what owners have of one measure. */
  private interface Row {
    void add(String kind, String measure, OwnerTotals totals);
  }

  private static void eachTotal(ActivityStudy study, Row row) {
    study
        .kinds()
        .forEach(
            (kind, found) ->
                found
                    .owners()
                    .ifPresent(
                        owners -> {
                          row.add(label(kind), REPOSITORIES, owners.repositories());
                          owners
                              .measures()
                              .forEach(
                                  (measure, totals) ->
                                      row.add(label(kind), label(measure), totals));
                        }));
  }

  static Table subFields(ActivityStudy study) {
    Table.Builder table =
        Table.named("sub_fields", "Repositories by sub-field, and how many are in two")
            .text("kind", "Kind")
            .text("sub_field", "Sub-field")
            .whole(REPOSITORIES, "Repositories")
            .real("share", "Share of all");
    for (SubField other : SubField.values()) {
      table.whole("in_" + other.label(), "Of them in " + other.label().replace('_', ' '));
    }
    study
        .kinds()
        .forEach(
            (kind, found) ->
                found
                    .subFields()
                    .orElse(Map.of())
                    .forEach(
                        (field, of) ->
                            table.row(
                                DistributionTables.cells(
                                    Stream.of(
                                        label(kind),
                                        field.label(),
                                        of.repositories(),
                                        of.repositories() / (double) found.repositories()),
                                    of.shared().values().stream()))));
    return table.build();
  }

  /** Returns what a constant is called in tables. */
  static String label(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
