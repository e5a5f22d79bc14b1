package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.ranking.SimilarityScore;
import dev.clade.embedding.evaluation.ranking.SimilarityTask;
import dev.clade.embedding.leak.Field;
import dev.clade.embedding.leak.LeakList;
import dev.clade.embedding.lineage.LineageGraph;
import dev.clade.embedding.making.RelationMaker;
import dev.clade.embedding.repository.RelationKind;
import dev.clade.valuation.worker.contrastive.ContrastiveTrainer;
import dev.clade.valuation.worker.embedding.Holdout;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What similar rows share, one signal after the other: each is hidden from the features of all rows
 * while rows are looked for by it. Networks learned with papers and datasets among the tags.
 *
 * @param holdout how rows are split
 * @param networks what is compared
 * @param trainer what encodes
 */
record Signals(Holdout holdout, Networks networks, ContrastiveTrainer trainer) {
  static final String FAMILY = "family, two steps at most";
  static final String PAPER = "shared paper";
  static final String DATASET = "shared dataset";

  private static final int FEWEST_QUERIES = 30;

  /** Returns the task of families. */
  SimilarityTask family() {
    int[][] parents = holdout.declared().parents();
    return named(
        FAMILY,
        SimilarityTask.relatives(
            Draw.of(holdout.split().test(), Draw.MOST_QUERIES, row -> parents[row].length > 0),
            holdout.split().train(),
            parents));
  }

  /**
   * Returns everybody's scores by each signal that at least 30 held-out rows share with one that
   * was learned from.
   *
   * @param usual what networks make of rows when parents are hidden
   * @param done called after each signal
   */
  List<SimilarityScore> scores(Encodings usual, Runnable done) {
    List<SimilarityScore> scores = new ArrayList<>();
    SimilarityTask family = family();
    if (family.queries().length >= FEWEST_QUERIES) {
      scores.addAll(new SimilarTrial(holdout, trainer).of(family, usual));
    }
    done.run();
    scores.addAll(sharing(PAPER, RelationKind.PAPER, Field.PAPER, holdout.visible()));
    done.run();
    LineageGraph visible = holdout.visible();
    scores.addAll(
        sharing(
            DATASET,
            RelationKind.TRAINED_ON,
            Field.DATASET,
            new LineageGraph(visible.parents(), new int[visible.rows()][0], visible.uses())));
    done.run();
    return scores;
  }

  private List<SimilarityScore> sharing(
      String signal, RelationKind kind, Field field, LineageGraph graph) {
    int[][] groups = new RelationMaker(holdout.set().records()).groups(kind);
    SimilarityTask task =
        SimilarityTask.sharing(
            signal,
            Draw.of(holdout.split().test(), Draw.MOST_QUERIES, row -> groups[row].length > 0),
            IntStream.of(holdout.split().train()).filter(row -> groups[row].length > 0).toArray(),
            groups);
    if (task.queries().length < FEWEST_QUERIES) {
      return List.of();
    }
    // Who shares is looked for among all that were learned from, not among those that could.
    SimilarityTask whole =
        new SimilarityTask(signal, task.queries(), holdout.split().train(), task.relevant());
    Set<Field> hidden = EnumSet.copyOf(Field.LABELS_AND_PARENTS);
    hidden.add(field);
    LeakList leaks = new LeakList(hidden, holdout.leaks().values(), holdout.leaks().tasks());
    return new SimilarTrial(holdout, trainer)
        .of(whole, Encodings.of(networks, holdout, leaks, graph, trainer));
  }

  private static SimilarityTask named(String signal, SimilarityTask task) {
    return new SimilarityTask(signal, task.queries(), task.candidates(), task.relevant());
  }
}
