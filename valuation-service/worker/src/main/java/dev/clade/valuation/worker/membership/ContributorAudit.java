package dev.clade.valuation.worker.membership;

import dev.clade.valuation.worker.random.Purpose;
import dev.clade.valuation.worker.random.RandomSource;
import java.util.stream.DoubleStream;

/**
 * Whether a contributor's images were used at all: their mean evidence against that of images that
 * the contributor held out, by a one-sided permutation test. It is exact where the two are
 * exchangeable but for membership, as when the contributor split them at random.
 *
 * @param difference mean evidence of the images in question less that of those held out
 * @param probability chance of a difference at least as large if none was used, in (0, 1]: the
 *     share of permutations that have it, the one that was seen included
 */
public record ContributorAudit(double difference, double probability) {
  /** Sums of equal numbers in another order may differ by rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * Tests a contributor in O(permutations * images).
   *
   * @param questioned evidence for the images in question, at least one
   * @param heldOut evidence for images of the same contributor that were surely not used, at least
   *     one
   * @param permutations how many to draw, at least 1; the least probability is one over one more
   * @param random where permutations come from
   * @throws IllegalArgumentException when somebody is missing
   */
  public static ContributorAudit of(
      double[] questioned, double[] heldOut, int permutations, RandomSource random) {
    if (questioned.length == 0 || heldOut.length == 0 || permutations < 1) {
      throw new IllegalArgumentException(
          "questioned, heldOut and permutations: at least 1 each is needed; there are %d, %d and %d"
              .formatted(questioned.length, heldOut.length, permutations));
    }
    double[] all =
        DoubleStream.concat(DoubleStream.of(questioned), DoubleStream.of(heldOut)).toArray();
    double observed = DoubleStream.of(questioned).sum();
    double slack = ROUNDING * DoubleStream.of(all).map(Math::abs).sum();
    int reached = 1;
    for (int i = 0; i < permutations; i++) {
      int[] order = random.stream(Purpose.RESAMPLING, i).permutation(all.length);
      double sum = 0;
      for (int j = 0; j < questioned.length; j++) {
        sum += all[order[j]];
      }
      // With sizes and total fixed, the sum of one part orders like the difference of means.
      reached += sum >= observed - slack ? 1 : 0;
    }
    return new ContributorAudit(
        observed / questioned.length - DoubleStream.of(heldOut).average().orElseThrow(),
        reached / (permutations + 1.0));
  }
}
