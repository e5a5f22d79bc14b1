package dev.clade.valuation.study.embedding;

import dev.clade.embedding.evaluation.Split;
import dev.clade.embedding.evaluation.label.LabelTask;
import dev.clade.embedding.feature.LabelColumn;
import dev.clade.valuation.worker.embedding.Holdout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** The labels that held-out rows are asked for, the same ones of everybody. */
final class LabelQuestions {
  private static final int MOST_EXAMPLES = 5_000;
  private static final int MOST_VALIDATION = 300;
  private static final int FEWEST_TESTED = 50;
  private static final long SEED = 19;

  private LabelQuestions() {}

  /**
   * Returns a task for each label that at least 50 held-out rows have, of two classes or more.
   *
   * @param kept rows that were kept for validation: what has settings chooses them by these
   */
  static List<LabelTask> of(Holdout holdout, int[] kept) {
    BitSet validation = new BitSet();
    Arrays.stream(kept).forEach(validation::set);
    Split split = holdout.split();
    List<LabelTask> tasks = new ArrayList<>();
    for (LabelColumn column : holdout.labels()) {
      int[] examples =
          Draw.of(
              split.train(),
              MOST_EXAMPLES,
              row -> !validation.get(row) && column.values()[row] != LabelColumn.NONE);
      LabelTask task =
          LabelTask.of(
              column,
              new Split(
                  split.name(),
                  examples,
                  Arrays.stream(split.train()).filter(validation::get).toArray(),
                  split.test()),
              MOST_VALIDATION,
              Draw.MOST_QUERIES,
              SEED);
      if (task.test().length >= FEWEST_TESTED && classes(task) > 1) {
        tasks.add(task);
      }
    }
    return tasks;
  }

  private static long classes(LabelTask task) {
    int[] values = task.labels().values();
    return Arrays.stream(task.test()).map(row -> values[row]).distinct().count();
  }
}
