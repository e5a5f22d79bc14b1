package dev.clade.embedding.evaluation.gate;

import dev.clade.embedding.evaluation.Interval;
import dev.clade.embedding.evaluation.label.LabelScore;
import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.report.Figure;
import dev.clade.report.Report;
import dev.clade.report.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

/**
 * What the model card of a version says.
 *
 * @param coverage what was looked at
 * @param gates every gate with its verdict
 * @param labels scores of filling in labels
 * @param parents scores of finding parents, by which rows were candidates
 * @param similar scores of finding similar repositories
 * @param others what else was measured
 * @param figures pictures of it
 * @param notes how to read it
 */
public record ModelCard(
    List<Report.Fact> coverage,
    List<Gate> gates,
    List<LabelScore> labels,
    SequencedMap<String, List<ParentScore>> parents,
    List<SimilarityScore> similar,
    List<Table> others,
    List<Figure> figures,
    List<String> notes) {
  /** Returns the card as a report of tables. */
  public Report report() {
    List<Table> tables = new ArrayList<>();
    tables.add(gateTable());
    tables.add(parentTable());
    tables.add(labelTable());
    tables.add(similarTable());
    tables.addAll(others);
    tables.add(evidenceTable());
    return new Report(coverage, tables, figures, notes);
  }

  private Table gateTable() {
    Table.Builder table =
        Table.named("gates", "Gates")
            .text("gate", "Gate")
            .text("rule", "Rule")
            .text("verdict", "Verdict");
    gates.forEach(each -> table.row(each.name(), each.rule(), each.verdict().words()));
    return table.build();
  }

  private Table evidenceTable() {
    Table.Builder table =
        Table.named("evidence", "What the gates rest on")
            .text("gate", "Gate")
            .text("compared", "Compared, with the difference and its 95 % interval");
    gates.forEach(gate -> gate.evidence().forEach(each -> table.row(gate.name(), each)));
    return table.build();
  }

  private Table labelTable() {
    Table.Builder table =
        Table.named("labels", "Labels filled in")
            .text("label", "Label")
            .whole("examples", "Examples a class (0: all)")
            .text("system", "System")
            .whole("tested", "Rows tested");
    interval(table, "accuracy", "Accuracy");
    interval(table, "macro_f1", "Macro-F1");
    for (LabelScore each : labels) {
      row(
          table,
          List.of(each.task(), each.shots(), each.predictor(), each.right().length),
          each.accuracy(),
          each.macroF1());
    }
    return table.build();
  }

  private Table parentTable() {
    Table.Builder table =
        Table.named("parents", "Hidden parents found")
            .text("candidates", "Candidates")
            .text("system", "System")
            .whole("tested", "Children tested");
    interval(table, "mrr", "MRR");
    for (int k : List.of(1, 3, 5, 10)) {
      interval(table, "hits_" + k, "Hits@" + k);
    }
    interval(table, "recall_10", "Recall@10 over parents");
    parents.forEach(
        (candidates, scores) ->
            scores.forEach(
                each ->
                    row(
                        table,
                        List.of(candidates, each.scorer(), each.reciprocalRanks().length),
                        each.meanReciprocalRank(),
                        each.hits(1),
                        each.hits(3),
                        each.hits(5),
                        each.hits(10),
                        each.recall())));
    return table.build();
  }

  private Table similarTable() {
    Table.Builder table =
        Table.named("similar", "Similar repositories found")
            .text("signal", "Hidden signal")
            .text("system", "System")
            .whole("tested", "Rows tested");
    interval(table, "recall_10", "Recall@10");
    interval(table, "recall_50", "Recall@50");
    interval(table, "ndcg_10", "nDCG@10");
    interval(table, "mrr", "MRR");
    for (SimilarityScore each : similar) {
      row(
          table,
          List.of(each.signal(), each.scorer(), each.ndcg10().length),
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
