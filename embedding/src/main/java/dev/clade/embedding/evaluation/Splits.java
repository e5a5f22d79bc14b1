package dev.clade.embedding.evaluation;

import it.unimi.dsi.fastutil.HashCommon;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The ways to split rows. Copies go first, so that no row is tested that was learned from. */
public final class Splits {
  private Splits() {}

  /**
   * Returns one row of each group of copies, the first that was created.
   *
   * @param copies for each row its group
   * @param createdAt for each row when it was created
   */
  public static int[] withoutCopies(int[] copies, long[] createdAt) {
    Int2IntOpenHashMap first = new Int2IntOpenHashMap();
    first.defaultReturnValue(-1);
    for (int row = 0; row < copies.length; row++) {
      int other = first.get(copies[row]);
      if (other < 0 || createdAt[row] < createdAt[other]) {
        first.put(copies[row], row);
      }
    }
    return IntStream.range(0, copies.length).filter(row -> first.get(copies[row]) == row).toArray();
  }

  /**
   * Splits by time, as a hub is met: learned from what was created before, tested on what came
   * after. This split decides.
   *
   * @param rows to split
   * @param validationFrom seconds since 1970 from which rows are to choose settings by
   * @param testFrom seconds since 1970 from which rows are tested
   */
  public static Split temporal(int[] rows, long[] createdAt, long validationFrom, long testFrom) {
    return new Split(
        "temporal",
        some(rows, row -> createdAt[row] < validationFrom),
        some(rows, row -> createdAt[row] >= validationFrom && createdAt[row] < testFrom),
        some(rows, row -> createdAt[row] >= testFrom));
  }

  /**
   * Splits whole groups, such as families or owners: three fifths to learn from, a fifth to choose
   * settings by, a fifth to test.
   *
   * @param name of what the groups are
   * @param groups for each row its group
   */
  public static Split byGroup(String name, int[] rows, int[] groups, long seed) {
    IntPredicate test = row -> fifth(groups[row], seed) == 0;
    IntPredicate validation = row -> fifth(groups[row], seed) == 1;
    return new Split(
        name, some(rows, test.or(validation).negate()), some(rows, validation), some(rows, test));
  }

  /** Splits rows whatever they are. Tests do not decide by it: families are on both sides. */
  public static Split random(int[] rows, long seed) {
    return byGroup("random", rows, IntStream.rangeClosed(0, max(rows)).toArray(), seed);
  }

  private static int max(int[] rows) {
    return Arrays.stream(rows).max().orElse(0);
  }

  private static int fifth(int group, long seed) {
    return (int) Long.remainderUnsigned(HashCommon.murmurHash3(group + HashCommon.mix(seed)), 5);
  }

  private static int[] some(int[] rows, IntPredicate wanted) {
    return Arrays.stream(rows).filter(wanted).sorted().toArray();
  }
}
