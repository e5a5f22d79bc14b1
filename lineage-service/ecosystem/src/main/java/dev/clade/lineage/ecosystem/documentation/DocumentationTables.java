package dev.clade.lineage.ecosystem.documentation;

import dev.clade.lineage.ecosystem.statistics.Distribution;
import dev.clade.lineage.ecosystem.statistics.Summary;
import dev.clade.report.Table;
import java.util.List;
import java.util.SortedMap;

/** The tables of documentation. */
final class DocumentationTables {
  private DocumentationTables() {}

  static Table fields(SortedMap<String, Long> counts, long models) {
    Table.Builder table =
        Table.named("fields", "Metadata fields that models have")
            .text("field", "Field")
            .whole("models", "Models that have it")
            .real("share", "Share");
    counts.forEach((field, count) -> table.row(field, count, count / (double) models));
    return table.build();
  }

  static Table present(Distribution present) {
    Table.Builder table =
        Table.named("fields_present", "Models by the number of fields that they have")
            .whole("fields", "Fields")
            .whole("models", "Models with so many");
    present.counts().keySet().forEach(fields -> table.row(fields, present.count(fields)));
    return table.build();
  }

  static Table topBottom(List<TopBottom> comparisons) {
    Table.Builder table =
        Table.named("top_bottom", "Share of fields present, top beside bottom by each measure")
            .text("measure", "Ranked by")
            .whole("size", "In the top, and in the bottom")
            .real("top", "Mean of the top")
            .real("bottom", "Of the bottom")
            .real("t", "Welch's t")
            .real("degrees_of_freedom", "Degrees of freedom")
            .real("p_value", "p, one-sided")
            .real("adjusted_p_value", "p, Holm")
            .real("cohens_d", "Cohen's d")
            .text("larger", "Larger at .99");
    for (TopBottom each : comparisons) {
      table.row(
          each.measure(),
          each.size(),
          each.top(),
          each.bottom(),
          each.test().t(),
          each.test().degreesOfFreedom(),
          each.test().pValue(),
          each.adjusted(),
          each.test().cohensD(),
          each.isLarger() ? "yes" : "no");
    }
    return table.build();
  }

  static Table cards(CardCounts counts) {
    Summary lengths = counts.lengths();
    return Table.named("cards", "Cards of models")
        .whole("models", "Models whose card is known, or known to be none")
        .whole("cards", "With a card")
        .real("share", "Share")
        .whole("automatic", "Generated automatically")
        .real("automatic_share", "Share of cards")
        .real("mean_length", "Mean length in characters")
        .real("standard_deviation", "Standard deviation (n − 1)")
        .real("lower_quartile", "Lower quartile")
        .real("median_length", "Median")
        .real("upper_quartile", "Upper quartile")
        .whole("longest", "Longest")
        .row(
            counts.repositories(),
            lengths.count(),
            counts.share(),
            counts.automatic(),
            counts.automaticShare(),
            lengths.mean(),
            lengths.standardDeviation(),
            lengths.lowerQuartile(),
            lengths.median(),
            lengths.upperQuartile(),
            lengths.max())
        .build();
  }

  static Table changes(CardChanges changes) {
    Table.Builder table =
        Table.named("card_changes", "Cards of bases and of models derived from them")
            .text("what", "Mean of")
            .whole("derivations", "Derivations")
            .real("base", "Bases")
            .real("derived", "Derived models")
            .real("difference", "Difference");
    add(table, "having a card", changes.card());
    add(table, "being generated automatically, both with a card", changes.automatic());
    add(table, "length in characters, both with a card", changes.length());
    add(table, "languages, both with any", changes.languages());
    return table.build();
  }

  private static void add(Table.Builder table, String what, CardChanges.Change change) {
    table.row(what, change.derivations(), change.base(), change.derived(), change.difference());
  }
}
