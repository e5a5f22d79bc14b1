package dev.clade.valuation.worker.tensor;

/**
 * A learning rate that rises along a line to its peak and then falls along half a cosine.
 *
 * @param peak the highest rate, in (0, 1]
 * @param floor the rate that it falls to, from 0 to the peak
 * @param warmSteps steps until the peak
 * @param steps steps altogether
 */
public record WarmCosine(double peak, double floor, int warmSteps, int steps) {
  /** Checks the ranges. */
  public WarmCosine {
    if (!(peak > 0 && peak <= 1 && floor >= 0 && floor <= peak)) {
      throw new IllegalArgumentException(
          "peak must be in (0, 1] and floor from 0 to it; they are %s and %s"
              .formatted(peak, floor));
    }
    if (warmSteps < 0 || warmSteps > steps) {
      throw new IllegalArgumentException(
          "warmSteps must be from 0 to %,d; it is %,d".formatted(steps, warmSteps));
    }
  }

  /**
   * Returns the rate of a step.
   *
   * @param step number of the step, from 0
   */
  public double rate(long step) {
    if (step < warmSteps) {
      return peak * (step + 1) / warmSteps;
    }
    double progress = (double) (step - warmSteps) / Math.max(1, steps - warmSteps);
    return floor + (peak - floor) * 0.5 * (1 + Math.cos(Math.PI * Math.min(1, progress)));
  }
}
