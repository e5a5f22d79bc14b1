package dev.clade.valuation.game.evaluation;

import dev.clade.valuation.game.Coalition;
import dev.clade.valuation.game.statistic.MeanEstimate;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Who is left when the contributors of highest or lowest value go: models are trained on both
 * coalitions, and good values make the first the worse and the second the better.
 *
 * @param withoutTop all but the part of highest value
 * @param withoutBottom all but the part of lowest value; with a part of 40 % these are the top 60 %
 */
public record CounterfactualRemoval(Coalition withoutTop, Coalition withoutBottom) {
  /** Makes up for parts such as 0.29, of which 100 are not quite 29. */
  private static final double ROUNDING = 1e-9;

  /**
   * Chooses the coalitions.
   *
   * @param values one a player; of equal ones the first count as higher
   * @param part of players to remove, 0 to 1; rounded down to whole players
   * @throws IllegalArgumentException when the part is outside its range or removes nobody
   */
  public static CounterfactualRemoval of(double[] values, double part) {
    int removed = (int) (part * values.length + ROUNDING);
    if (!(part >= 0 && part <= 1) || removed == 0) {
      throw new IllegalArgumentException(
          "part must be 0 to 1 and remove somebody of %d: %s".formatted(values.length, part));
    }
    int[] order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer player) -> values[player]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    return new CounterfactualRemoval(
        coalition(order, removed, order.length), coalition(order, 0, order.length - removed));
  }

  /**
   * Returns the relative change of utility, (after - full) / |full|, over training seeds: below 0
   * is worse, whatever the sign of the utility.
   *
   * @param after utility of the models of a coalition, one a seed
   * @param full utility of the models of all, for the same seeds
   * @throws IllegalArgumentException when seeds differ in number, there is none, or a full utility
   *     is 0
   */
  public static MeanEstimate relativeChange(double[] after, double[] full) {
    if (after.length != full.length) {
      throw new IllegalArgumentException(
          "%d seeds cannot be compared with %d".formatted(after.length, full.length));
    }
    return MeanEstimate.of(
        IntStream.range(0, full.length)
            .mapToDouble(seed -> (after[seed] - full[seed]) / size(full[seed]))
            .toArray());
  }

  private static double size(double full) {
    if (full == 0) {
      throw new IllegalArgumentException("full utility must not be 0 for a relative change");
    }
    return Math.abs(full);
  }

  private static Coalition coalition(int[] order, int from, int to) {
    long members = 0;
    for (int place = from; place < to; place++) {
      members |= 1L << order[place];
    }
    return new Coalition(order.length, members);
  }
}
