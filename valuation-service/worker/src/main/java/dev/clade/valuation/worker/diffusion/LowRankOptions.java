package dev.clade.valuation.worker.diffusion;

/**
 * How weights are adapted: {@code W + strength / rank · up · down} in place of W, where up has as
 * many columns, and down as many rows, as the rank.
 *
 * @param rank components of each adapter, 1 to 1,024
 * @param strength what is called alpha in the source, above 0 and at most 10,000; it is divided by
 *     this rank also after components are removed
 * @param matrices which weights are adapted
 * @see LowRankAdapter
 */
public record LowRankOptions(int rank, double strength, AdaptedMatrices matrices) {
  /** Checks the ranges. */
  public LowRankOptions {
    Ranges.require("rank", rank, 1, 1_024);
    if (!(strength > 0 && strength <= 10_000)) {
      throw new IllegalArgumentException("strength must be in (0, 10,000]; it is " + strength);
    }
  }

  /** Returns what the product of a pair counts. */
  double scale() {
    return strength / rank;
  }
}
