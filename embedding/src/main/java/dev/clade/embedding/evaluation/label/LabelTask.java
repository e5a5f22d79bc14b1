package dev.clade.embedding.evaluation.label;

import dev.clade.embedding.evaluation.Split;
import dev.clade.embedding.feature.LabelColumn;
import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;

/**
 * Labels to be filled in on a split: the labelled rows of those classes that have enough examples.
 *
 * @param labels of all rows
 * @param train labelled rows to learn from
 * @param validation labelled rows to choose settings by
 * @param test labelled rows to be tested on
 */
public record LabelTask(LabelColumn labels, int[] train, int[] validation, int[] test) {
  /**
   * Classes with fewer rows to learn from are left out, so that every shot has the same classes.
   */
  public static final int FEWEST_EXAMPLES = 20;

  /**
   * Makes a task.
   *
   * @param mostValidation how many rows to choose settings by at most, drawn by the seed
   * @param mostTest how many rows to test at most, drawn by the seed
   */
  public static LabelTask of(
      LabelColumn labels, Split split, int mostValidation, int mostTest, long seed) {
    int[] counts = new int[labels.classes().size()];
    for (int row : split.train()) {
      if (labels.values()[row] != LabelColumn.NONE) {
        counts[labels.values()[row]]++;
      }
    }
    return new LabelTask(
        labels,
        enough(labels, counts, split.train()),
        draw(enough(labels, counts, split.validation()), mostValidation, seed),
        draw(enough(labels, counts, split.test()), mostTest, seed + 1));
  }

  /** Returns the task with those test rows only that are wanted. */
  public LabelTask testing(IntPredicate wanted) {
    return new LabelTask(labels, train, validation, Arrays.stream(test).filter(wanted).toArray());
  }

  /**
   * Draws examples.
   *
   * @param shots how many of each class
   */
  int[] support(int shots, long seed) {
    int[] shuffled = train.clone();
    shuffle(shuffled, seed);
    int[] taken = new int[labels.classes().size()];
    return Arrays.stream(shuffled)
        .filter(row -> taken[labels.values()[row]]++ < shots)
        .sorted()
        .toArray();
  }

  private static int[] enough(LabelColumn labels, int[] counts, int[] rows) {
    return Arrays.stream(rows)
        .filter(
            row ->
                labels.values()[row] != LabelColumn.NONE
                    && counts[labels.values()[row]] >= FEWEST_EXAMPLES)
        .toArray();
  }

  private static int[] draw(int[] rows, int most, long seed) {
    int[] shuffled = rows.clone();
    shuffle(shuffled, seed);
    return Arrays.stream(shuffled).limit(most).sorted().toArray();
  }

  private static void shuffle(int[] rows, long seed) {
    IntArrays.shuffle(rows, new Random(seed));
  }
}
