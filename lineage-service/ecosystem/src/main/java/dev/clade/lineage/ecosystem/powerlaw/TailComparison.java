package dev.clade.lineage.ecosystem.powerlaw;

import dev.clade.lineage.ecosystem.powerlaw.Vuong.Verdict;

/**
 * A power law beside the other distributions of the same tail.
 *
 * @param lognormal the likeliest lognormal tail
 * @param lognormalTest the power law against it
 * @param exponential the likeliest exponential tail
 * @param exponentialTest the power law against it
 */
public record TailComparison(
    LognormalFit lognormal, Vuong lognormalTest, GeometricTail exponential, Vuong exponentialTest) {
  /**
   * Compares a law with the alternatives that are likeliest for its tail.
   *
   * @param law from a value that occurs and is not the largest
   */
  public static TailComparison of(CountedValues values, PowerLaw law) {
    int index = values.index(law.xmin());
    LognormalFit lognormal = LognormalFit.of(values, index);
    GeometricTail exponential = GeometricTail.likeliest(values, index);
    return new TailComparison(
        lognormal,
        Vuong.of(values, law, lognormal.tail()),
        exponential,
        Vuong.of(values, law, exponential));
  }

  /**
   * Returns the verdict on the lognormal tail. One that has degenerated into a power law is not
   * distinguishable from it: what the test then measures is how each rounds to whole numbers.
   */
  public Verdict lognormalVerdict() {
    return lognormal.isDegenerate() ? Verdict.NOT_DISTINGUISHABLE : lognormalTest.verdict();
  }

  /** Returns the verdict on the exponential tail. */
  public Verdict exponentialVerdict() {
    return exponentialTest.verdict();
  }
}
