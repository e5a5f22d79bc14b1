package dev.clade.valuation.worker.tensor;

/**
 * What the weights of an untrained tensor are drawn from: the uniform distribution between {@code
 * center - halfWidth} and {@code center + halfWidth}.
 *
 * @param center mean of the weights
 * @param halfWidth half the width of their range; at 0 every weight is the center
 */
public record StartingWeights(double center, double halfWidth) {
  /** All weights are 0, so that what they lead to starts without effect. */
  public static final StartingWeights ZEROS = new StartingWeights(0, 0);

  /** All weights are 1, so that what they scale starts unscaled. */
  public static final StartingWeights ONES = new StartingWeights(1, 0);

  /**
   * Returns the usual start of a layer: plus and minus one over the square root of its inputs.
   *
   * @param inputs inputs of the whole layer, at least 1
   */
  public static StartingWeights forInputs(int inputs) {
    return new StartingWeights(0, 1 / Math.sqrt(inputs));
  }
}
