package dev.clade.valuation.study.embedding;

import java.util.function.IntPredicate;

/** Draws rows of questions where all would take too long: the same ones each time. */
final class Draw {
  /** Most rows that ask one question. */
  static final int MOST_QUERIES = 1_000;

  private static final long SEED = 17;

  private Draw() {}

  /** Returns at most so many of the rows that are wanted, ascending. */
  static int[] of(int[] rows, int most, IntPredicate wanted) {
    return dev.clade.valuation.worker.embedding.Draw.of(rows, most, wanted, SEED);
  }
}
