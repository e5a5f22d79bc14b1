package dev.clade.valuation.worker.embedding;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;

/** Draws rows where all would take too long: the same ones each time. */
public final class Draw {
  private static final long SEED = 11;

  private Draw() {}

  /** Returns at most so many of the rows that are wanted, ascending. */
  static int[] of(int[] rows, int most, IntPredicate wanted) {
    return of(rows, most, wanted, SEED);
  }

  /** Returns at most so many of the rows that are wanted, ascending, as a seed has it. */
  public static int[] of(int[] rows, int most, IntPredicate wanted, long seed) {
    int[] drawn = Arrays.stream(rows).filter(wanted).toArray();
    IntArrays.shuffle(drawn, new Random(seed));
    return Arrays.stream(drawn).limit(most).sorted().toArray();
  }
}
