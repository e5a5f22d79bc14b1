package dev.clade.valuation.study.embedding;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;

/** Draws rows where all would take too long: the same ones each time. */
final class Draw {
  /** Most rows that ask one question. */
  static final int MOST_QUERIES = 1_000;

  private static final long SEED = 17;

  private Draw() {}

  /** Returns at most so many of the rows that are wanted, ascending. */
  static int[] of(int[] rows, int most, IntPredicate wanted) {
    int[] drawn = Arrays.stream(rows).filter(wanted).toArray();
    IntArrays.shuffle(drawn, new Random(SEED));
    return Arrays.stream(drawn).limit(most).sorted().toArray();
  }
}
