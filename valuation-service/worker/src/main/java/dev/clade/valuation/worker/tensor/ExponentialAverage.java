package dev.clade.valuation.worker.tensor;

/**
 * An average of the weights of a training's steps, in which older ones count exponentially less.
 * Step s, from 0, leaves the average {@code min(decay, (1 + s) / (10 + s))} of what it was, so that
 * the first steps are soon forgotten.
 *
 * <p>Steps count from 0 in every training, also in one that goes on from the weights of another.
 * With the count of the former training the average would go on being mostly the former model.
 *
 * @param decay largest share that stays at a step, in [0, 1); 0 for no average
 */
public record ExponentialAverage(double decay) {
  /** No average: the weights of the last step are taken. */
  public static final ExponentialAverage NONE = new ExponentialAverage(0);

  /** Checks the range. */
  public ExponentialAverage {
    if (!(decay >= 0 && decay < 1)) {
      throw new IllegalArgumentException("decay must be in [0, 1); it is " + decay);
    }
  }

  /** Returns the share of the average that stays at a step. */
  double decay(int step) {
    return Math.min(decay, (1.0 + step) / (10.0 + step));
  }
}
