package dev.clade.valuation.worker.tensor;

/** How the learning rate of a training goes on from its peak, where it starts. */
public enum LearningRateCurve {
  /** It stays. */
  CONSTANT {
    @Override
    double share(int step, int steps) {
      return 1;
    }
  },
  /** It falls to zero along half a cosine. */
  COSINE {
    @Override
    double share(int step, int steps) {
      return 0.5 * (1 + Math.cos(Math.PI * step / steps));
    }
  };

  /**
   * Returns the share of the peak that a step has.
   *
   * @param step number of the step, from 0
   * @param steps how many there are
   */
  abstract double share(int step, int steps);
}
