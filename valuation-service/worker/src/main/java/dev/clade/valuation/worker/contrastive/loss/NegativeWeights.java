package dev.clade.valuation.worker.contrastive.loss;

/**
 * How negatives count of which nobody knows whether they are any.
 *
 * <p>Sources: Chuang et al., "Debiased contrastive learning", NeurIPS 2020, for the share; Robinson
 * et al., "Contrastive learning with hard negative samples", ICLR 2021, for the hardness.
 *
 * @param positiveShare share of the negatives that are positives in truth, in [0, 0.5]; what they
 *     are expected to add is taken off
 * @param hardness how much more similar negatives count, at least 0; 0 for all alike
 */
public record NegativeWeights(double positiveShare, double hardness) {
  /** All negatives are taken for what they seem. */
  public static final NegativeWeights NONE = new NegativeWeights(0, 0);

  /** Checks the ranges. */
  public NegativeWeights {
    if (!(positiveShare >= 0 && positiveShare <= 0.5)) {
      throw new IllegalArgumentException(
          "positiveShare must be in [0, 0.5]; it is " + positiveShare);
    }
    if (!(hardness >= 0 && hardness <= 16)) {
      throw new IllegalArgumentException("hardness must be in [0, 16]; it is " + hardness);
    }
  }
}
