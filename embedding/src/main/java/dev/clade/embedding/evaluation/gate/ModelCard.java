package dev.clade.embedding.evaluation.gate;

import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.label.LabelScore;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.report.Report;
import dev.clade.report.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * What the model card of a version says.
 *
 * @param coverage what was looked at
 * @param split that decided
 * @param labels scores of filling in labels
 * @param parents scores of finding parents
 * @param similar scores of finding similar repositories
 * @param gates every gate with its verdict
 */
public record ModelCard(
    List<Report.Fact> coverage,
    String split,
    List<LabelScore> labels,
    List<ParentScore> parents,
    List<SimilarityScore> similar,
    List<Gate> gates) {
  /** Keeps unmodifiable copies. */
  public ModelCard {
    coverage = List.copyOf(coverage);
    labels = List.copyOf(labels);
    parents = List.copyOf(parents);
    similar = List.copyOf(similar);
    gates = List.copyOf(gates);
  }

  /** Returns the card as a report of tables. */
  public Report report() {
    List<String> notes = new ArrayList<>();
    notes.add("Rows of the %s split were tested.".formatted(split));
    notes.add(
        "Intervals hold 95 %: over draws of examples, or over 1,000 resamples of test items.");
    notes.add("Candidates of an equal score count as ranked before the one that is looked for.");
    for (Gate gate : gates) {
      gate.evidence().forEach(each -> notes.add(gate.name() + ": " + each));
    }
    return new Report(
        coverage,
        List.of(gateTable(), labelTable(), parentTable(), similarTable()),
        List.of(),
        notes);
  }

  private Table gateTable() {
    Table.Builder table =
        Table.named("gates", "Gates")
            .text("gate", "Gate")
            .text("rule", "Rule")
            .text("verdict", "Verdict");
    gates.forEach(each -> table.row(each.name(), each.rule(), each.verdict().name()));
    return table.build();
  }

  private Table labelTable() {
    Table.Builder table =
        Table.named("labels", "Labels filled in")
            .text("label", "Label")
            .whole("examples", "Examples a class (0: all)")
            .text("system", "System");
    interval(table, "accuracy", "Accuracy");
    interval(table, "macro_f1", "Macro-F1");
    for (LabelScore each : labels) {
      row(
          table,
          List.of(each.task(), each.shots(), each.predictor()),
          each.accuracy(),
          each.macroF1());
    }
    return table.build();
  }

  private Table parentTable() {
    Table.Builder table = Table.named("parents", "Hidden parents found").text("system", "System");
    interval(table, "mrr", "MRR");
    for (int k : List.of(1, 3, 5, 10)) {
      interval(table, "hits_" + k, "Hits@" + k);
    }
    interval(table, "recall_10", "Recall@10 over parents");
    for (ParentScore each : parents) {
      row(
          table,
          List.of(each.scorer()),
          each.meanReciprocalRank(),
          each.hits(1),
          each.hits(3),
          each.hits(5),
          each.hits(10),
          each.recall());
    }
    return table.build();
  }

  private Table similarTable() {
    Table.Builder table =
        Table.named("similar", "Similar repositories found")
            .text("signal", "Hidden signal")
            .text("system", "System");
    interval(table, "recall_10", "Recall@10");
    interval(table, "recall_50", "Recall@50");
    interval(table, "ndcg_10", "nDCG@10");
    interval(table, "mrr", "MRR");
    for (SimilarityScore each : similar) {
      row(
          table,
          List.of(each.signal(), each.scorer()),
          SimilarityScore.mean(each.recall10()),
          SimilarityScore.mean(each.recall50()),
          SimilarityScore.mean(each.ndcg10()),
          SimilarityScore.mean(each.reciprocalRanks()));
    }
    return table.build();
  }

  private static void interval(Table.Builder table, String name, String heading) {
    table
        .real(name, heading)
        .real(name + "_low", heading + ", lower end")
        .real(name + "_high", heading + ", upper end");
  }

  private static void row(Table.Builder table, List<?> keys, Interval... intervals) {
    List<Object> cells = new ArrayList<>(keys);
    for (Interval each : intervals) {
      cells.add(each.mean());
      cells.add(each.low());
      cells.add(each.high());
    }
    table.row(cells.toArray());
  }
}
