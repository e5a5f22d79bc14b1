package dev.clade.lineage.ecosystem.maintenance;

import dev.clade.lineage.ecosystem.maintenance.bayes.BinaryTable;
import dev.clade.lineage.ecosystem.maintenance.bayes.DynamicNetwork;
import dev.clade.lineage.ecosystem.maintenance.change.ChangeCategory;
import dev.clade.lineage.ecosystem.maintenance.change.ChangeStudy;
import dev.clade.lineage.ecosystem.maintenance.change.Transitions;
import dev.clade.report.Table;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The tables of what commits change. */
final class ChangeTables {
  private static final int SIZE = ChangeCategory.values().length;
  private static final String BEFORE = "the commit before";
  private static final String SAME = "the same commit";

  private ChangeTables() {}

  static Table categories(ChangeStudy study) {
    Table.Builder table =
        Table.named("change_categories", "What commits change, as far as they tell")
            .text("category", "Category")
            .whole("commits", "Commits")
            .real("share", "Share of commits that tell");
    study
        .counts()
        .forEach(
            (each, count) -> table.row(Labels.of(each), count, count / (double) study.telling()));
    return table.build();
  }

  static Table transitions(Transitions found) {
    Table.Builder table =
        Table.named("change_transitions", "What the next commit changes, by what a commit changes")
            .text("from", "A commit changes")
            .text("to", "The next changes")
            .whole("steps", "Steps")
            .real("probability", "Probability")
            .real("otherwise", "Probability whatever comes before");
    for (ChangeCategory from : ChangeCategory.values()) {
      for (ChangeCategory to : ChangeCategory.values()) {
        if (found.count(from, to) > 0) {
          table.row(
              Labels.of(from),
              Labels.of(to),
              found.count(from, to),
              found.probability(from, to),
              found.probability(to));
        }
      }
    }
    return table.build();
  }

  static Table fit(BinaryTable steps, DynamicNetwork network) {
    return Table.named("change_network_fit", "How well the Bayesian network of changes fits")
        .text("figure", "Figure")
        .real("value", "Value")
        .row("steps", (double) steps.rows())
        .row("edges", (double) network.edges().size())
        .row("score (BIC) without edges", network.scoreWithoutEdges())
        .row("score (BIC)", network.score())
        .build();
  }

  static Table edges(DynamicNetwork network) {
    Table.Builder table =
        Table.named("change_network", "What a change depends on (Bayesian network)")
            .text("to", "Change")
            .text("from", "Depends on")
            .text("of", "Of")
            .real("bic_gain", "Gain of score (BIC)")
            .real("with", "Probability with it")
            .real("without", "Probability without it");
    network
        .edges()
        .forEach(
            each ->
                table.row(
                    label(each.to()),
                    label(each.from()),
                    each.from() < SIZE ? BEFORE : SAME,
                    each.gain(),
                    each.with(),
                    each.without()));
    return table.build();
  }

  static Table conditions(BinaryTable steps, DynamicNetwork network) {
    Table.Builder table =
        Table.named("change_probabilities", "How likely changes are (Bayesian network)")
            .text("to", "Change")
            .text("given", "Given")
            .whole("steps", "Steps")
            .real("probability", "Probability");
    for (int variable = SIZE; variable < 2 * SIZE; variable++) {
      network
          .conditions(steps, variable)
          .forEach(
              each ->
                  table.row(
                      label(each.variable()),
                      given(each.parents(), each.ones()),
                      each.rows(),
                      each.probability()));
    }
    return table.build();
  }

  private static String given(int parents, int ones) {
    return IntStream.range(0, 2 * SIZE)
        .filter(each -> (parents >> each & 1) == 1)
        .mapToObj(
            each ->
                "%s%s in %s"
                    .formatted(
                        (ones >> each & 1) == 1 ? "" : "no ",
                        label(each),
                        each < SIZE ? BEFORE : SAME))
        .collect(Collectors.joining("; "));
  }

  private static String label(int variable) {
    return Labels.of(ChangeCategory.values()[variable % SIZE]);
  }
}
