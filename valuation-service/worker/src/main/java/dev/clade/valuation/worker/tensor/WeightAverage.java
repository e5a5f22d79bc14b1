package dev.clade.valuation.worker.tensor;

import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** The running average of the weights that a descent moves. */
public final class WeightAverage {
  private final Tensor weights;
  private final ExponentialAverage rule;
  private final Tensor average;
  private int step;

  /** Starts at the weights as they are. */
  public WeightAverage(ParameterVector parameters, ExponentialAverage rule) {
    this.weights = parameters.values();
    this.rule = rule;
    this.average = rule.decay() > 0 ? weights.clone() : weights;
  }

  /** Takes in the weights after a step. */
  public void update() {
    if (rule.decay() > 0) {
      try (NoGradGuard frozen = new NoGradGuard()) {
        average.lerp_(weights, new Scalar(1 - rule.decay(step++)));
      }
    }
  }

  /** Returns the average. */
  public Tensor values() {
    return average;
  }
}
