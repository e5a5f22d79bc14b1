package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.ranking.ParentScore;
import dev.clade.embedding.evaluation.ranking.ParentTask;
import dev.clade.embedding.parent.BestCandidates;
import dev.clade.embedding.parent.Confidence;
import dev.clade.embedding.parent.ParentInference;
import dev.clade.embedding.parent.ParentState;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.report.Table;
import dev.clade.valuation.worker.embedding.Holdout;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the embedding says of parents, beside what all are compared by. */
final class ParentTables {
  private static final int FIRST = 10;

  private ParentTables() {}

  /**
   * Returns how parents were found by how children declare that they were derived.
   *
   * @param scores everybody's, of which the embedding's are told
   */
  static Table relations(Holdout holdout, ParentTask task, List<ParentScore> scores) {
    Table.Builder table =
        Table.named("relations", "Hidden parents found, by how they were used")
            .text("relation", "Relation")
            .text("system", "System")
            .whole("tested", "Children tested")
            .real("mrr", "MRR")
            .real("hits_10", "Hits@10");
    int[] children = task.children();
    for (RelationKind kind : RelationKind.values()) {
      int[] places =
          IntStream.range(0, children.length)
              .filter(
                  i ->
                      kind.isDerivation()
                          && !holdout.set().records().get(children[i]).targets(kind).isEmpty())
              .toArray();
      for (ParentScore score : scores) {
        if (places.length > 0 && score.scorer().startsWith("fused")) {
          table.row(
              kind.name().toLowerCase(Locale.ROOT),
              score.scorer(),
              places.length,
              mean(at(places, score.reciprocalRanks())),
              mean(at(places, score.hitsOf(FIRST))));
        }
      }
    }
    return table.build();
  }

  private static double[] at(int[] places, double[] items) {
    return Arrays.stream(places).mapToDouble(place -> items[place]).toArray();
  }

  /**
   * Returns what inferred parents are worth: how sure is learned from the earlier half of the
   * held-out children and roots, and tested on the later half.
   *
   * @param judges held-out children and roots
   * @param inferences what infers, a seed each
   */
  static Table inferred(Holdout holdout, int[] judges, List<ParentInference> inferences) {
    Table.Builder table =
        Table.named("inferred", "Inferred parents of later held-out rows")
            .whole("seed", "Seed")
            .whole("learned", "Rows learned from")
            .whole("tested", "Rows tested")
            .whole("with_parent", "With a parent in the set")
            .whole("high", "Inferred, high")
            .real("high_precision", "Precision")
            .real("high_recall", "Recall")
            .whole("suggested", "High or suggested")
            .real("suggested_precision", "Precision of these")
            .real("suggested_recall", "Recall of these");
    long[] created = holdout.declared().createdAt();
    int[] byTime =
        Arrays.stream(judges)
            .boxed()
            .sorted(Comparator.comparingLong(row -> created[row]))
            .mapToInt(Integer::intValue)
            .toArray();
    int half = byTime.length / 2;
    int[][] parents = holdout.declared().parents();
    for (int seed = 0; seed < inferences.size(); seed++) {
      BestCandidates early =
          BestCandidates.of(inferences.get(seed), Arrays.copyOf(byTime, half), parents);
      int[] later = Arrays.copyOfRange(byTime, half, byTime.length);
      if (early.rows().length > 0) {
        Confidence confidence = Confidence.of(early.scores(), early.right());
        BestCandidates late = BestCandidates.of(inferences.get(seed), later, parents);
        long children = Arrays.stream(later).filter(row -> parents[row].length > 0).count();
        int[] high = counts(late, confidence, List.of(ParentState.INFERRED_HIGH));
        int[] any =
            counts(late, confidence, List.of(ParentState.INFERRED_HIGH, ParentState.SUGGESTED));
        table.row(
            seed + 1,
            early.rows().length,
            later.length,
            children,
            high[0],
            (double) high[1] / high[0],
            (double) high[1] / children,
            any[0],
            (double) any[1] / any[0],
            (double) any[1] / children);
      }
    }
    return table.build();
  }

  /** How many rows are in one of some states, and how many of them are right. */
  private static int[] counts(
      BestCandidates best, Confidence confidence, List<ParentState> states) {
    int[] counts = new int[2];
    for (int i = 0; i < best.rows().length; i++) {
      if (states.contains(confidence.state(best.scores()[i]))) {
        counts[0]++;
        counts[1] += best.right()[i] ? 1 : 0;
      }
    }
    return counts;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(Double.NaN);
  }
}
