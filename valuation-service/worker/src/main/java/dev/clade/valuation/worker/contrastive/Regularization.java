package dev.clade.valuation.worker.contrastive;

/**
 * Weights of what keeps vectors apart; all are looked at in any case.
 *
 * @param alignment of the distance between views of a row
 * @param uniformity of how unevenly fused vectors are spread
 * @param variance of numbers that hardly vary
 * @param covariance of numbers that vary together
 */
public record Regularization(
    double alignment, double uniformity, double variance, double covariance) {
  /** Nothing but the contrast keeps vectors apart. */
  public static final Regularization NONE = new Regularization(0, 0, 0, 0);

  /** Checks the ranges. */
  public Regularization {
    Shares.requireWeight("alignment", alignment);
    Shares.requireWeight("uniformity", uniformity);
    Shares.requireWeight("variance", variance);
    Shares.requireWeight("covariance", covariance);
  }
}
