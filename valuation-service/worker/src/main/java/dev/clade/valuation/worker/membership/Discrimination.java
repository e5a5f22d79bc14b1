package dev.clade.valuation.worker.membership;

import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import dev.clade.valuation.worker.random.RandomStream;
import java.util.Arrays;

/**
 * How well evidence tells members from non-members, which must be alike in all but membership.
 *
 * <p>A rate at a false positive rate below one over the number of non-members is the share of
 * members above all of them, which varies much.
 *
 * @param areaUnderCurve probability that a member has more evidence than a non-member, ties
 *     counting half: 0.5 for guessing
 * @param truePositivesAtOnePercent share of members found where at most 1 % of non-members are
 * @param truePositivesAtOnePerMille share of members found where at most 0.1 % of non-members are
 */
public record Discrimination(
    Rate areaUnderCurve, Rate truePositivesAtOnePercent, Rate truePositivesAtOnePerMille) {
  private static final double TAIL = 0.025;

  /**
   * Compares evidence, with intervals by the percentile bootstrap in which members and non-members
   * are drawn apart.
   *
   * @param members evidence for images that the model was trained on, at least one
   * @param nonMembers evidence for others, at least one
   * @param resamples draws of the bootstrap, at least 1
   * @param random where draws come from
   * @throws IllegalArgumentException when somebody is missing
   */
  public static Discrimination of(
      double[] members, double[] nonMembers, int resamples, RandomSource random) {
    requirePositive("members", members.length);
    requirePositive("nonMembers", nonMembers.length);
    requirePositive("resamples", resamples);
    double[] observed = curve(sorted(members), sorted(nonMembers));
    double[][] resampled = new double[observed.length][resamples];
    for (int i = 0; i < resamples; i++) {
      RandomStream stream = random.stream(Purpose.RESAMPLING, i);
      double[] drawnMembers = draw(members, stream);
      double[] drawn = curve(drawnMembers, draw(nonMembers, stream));
      for (int rate = 0; rate < drawn.length; rate++) {
        resampled[rate][i] = drawn[rate];
      }
    }
    return new Discrimination(
        rate(observed[0], resampled[0]),
        rate(observed[1], resampled[1]),
        rate(observed[2], resampled[2]));
  }

  /** Returns the area and the two rates, of ascending evidence. */
  private static double[] curve(double[] members, double[] nonMembers) {
    return new double[] {
      areaUnderCurve(members, nonMembers),
      truePositives(members, nonMembers, 0.01),
      truePositives(members, nonMembers, 0.001)
    };
  }

  private static double areaUnderCurve(double[] members, double[] nonMembers) {
    double wins = 0;
    int below = 0;
    int notAbove = 0;
    for (double member : members) {
      while (below < nonMembers.length && nonMembers[below] < member) {
        below++;
      }
      while (notAbove < nonMembers.length && nonMembers[notAbove] <= member) {
        notAbove++;
      }
      wins += (below + notAbove) / 2.0;
    }
    return wins / members.length / nonMembers.length;
  }

  /** Returns the share of members above all but a share of non-members, of ascending evidence. */
  static double truePositives(double[] members, double[] nonMembers, double falsePositives) {
    int allowed = (int) Math.floor(falsePositives * nonMembers.length);
    double threshold = nonMembers[nonMembers.length - 1 - allowed];
    return Arrays.stream(members).filter(member -> member > threshold).count()
        / (double) members.length;
  }

  private static Rate rate(double observed, double[] resampled) {
    Arrays.sort(resampled);
    int tail = (int) Math.floor(TAIL * resampled.length);
    return new Rate(observed, resampled[tail], resampled[resampled.length - 1 - tail]);
  }

  private static double[] draw(double[] values, RandomStream random) {
    double[] drawn = new double[values.length];
    Arrays.setAll(drawn, i -> values[random.nextInt(values.length)]);
    return sorted(drawn);
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }

  private static void requirePositive(String field, int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "%s: at least 1 is needed; there are %d".formatted(field, count));
    }
  }

  /**
   * A share with its 95 % interval.
   *
   * @param value the share, 0 to 1
   * @param low lower end
   * @param high upper end
   */
  public record Rate(double value, double low, double high) {}
}
