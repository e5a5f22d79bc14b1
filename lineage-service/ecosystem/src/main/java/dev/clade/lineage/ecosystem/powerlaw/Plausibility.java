package dev.clade.lineage.ecosystem.powerlaw;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How plausible it is that a tail comes from the power law fitted to it (section 4 of Clauset,
 * Shalizi and Newman).
 *
 * <p>Each replicate draws as many values as were observed: below xmin from those observed, above
 * from the law, in the observed proportion. The p-value is the share of replicates that are at
 * least as far from their own best law, with their own xmin, as the observed values are from
 * theirs. The paper rules a law out below .1; 1,000 replicates have a standard error of at most
 * .016.
 *
 * @param pValue 0 to 1
 * @param replicates how many were drawn
 */
public record Plausibility(double pValue, int replicates) {
  /** Below this p the paper rules a law out. */
  public static final double SIGNIFICANCE = 0.1;

  private static final String GENERATOR = "L64X128MixRandom";

  /**
   * Draws and fits replicates in the common pool; each has a random stream of its own, split off in
   * order, so that the result depends on the seed only.
   *
   * @param fit the best fit of the values
   * @param replicates at least 1; the paper asks for 1,000 and more
   */
  public static Plausibility of(CountedValues values, PowerLawFit fit, int replicates, long seed) {
    if (replicates < 1) {
      throw new IllegalArgumentException("replicates must be at least 1: " + replicates);
    }
    SplittableGenerator root =
        RandomGeneratorFactory.<SplittableGenerator>of(GENERATOR).create(seed);
    List<SplittableGenerator> streams = root.splits(replicates).toList();
    Resampler resampler = new Resampler(values, fit.law());
    long further =
        streams.parallelStream()
            .filter(
                random ->
                    !XminScan.anyCloser(resampler.draw(random), fit.law().xmin(), fit.distance()))
            .count();
    return new Plausibility(further / (double) replicates, replicates);
  }

  /** Whether the law is not ruled out at {@link #SIGNIFICANCE}. */
  public boolean isPlausible() {
    return pValue >= SIGNIFICANCE;
  }

  /** Draws values of which only those from xmin on follow the law. */
  private static final class Resampler {
    private final CountedValues values;
    private final int start;
    private final AliasTable classes;
    private final PowerLawSampler sampler;

    Resampler(CountedValues values, PowerLaw law) {
      this.values = values;
      this.start = values.index(law.xmin());
      long[] frequencies = new long[start + 1];
      Arrays.setAll(frequencies, i -> i < start ? values.count(i) : values.tail(start));
      this.classes = new AliasTable(frequencies);
      this.sampler = new PowerLawSampler(law);
    }

    CountedValues draw(RandomGenerator random) {
      long[] body = new long[start + 1];
      for (long i = 0; i < values.total(); i++) {
        body[classes.draw(random)]++;
      }
      long[] tail = new long[Math.toIntExact(body[start])];
      Arrays.setAll(tail, i -> sampler.draw(random));
      return CountedValues.ofBodyAndTail(values, Arrays.copyOf(body, start), tail);
    }
  }
}
