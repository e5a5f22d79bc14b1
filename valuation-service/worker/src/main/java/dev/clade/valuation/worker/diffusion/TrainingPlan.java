package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.ExponentialAverage;
import dev.clade.valuation.worker.tensor.LearningRateCurve;

/**
 * How a model is trained.
 *
 * @param steps steps of the optimizer, 1 to 1,000,000
 * @param batchSize images a step, 1 to 4,096; smaller where there are fewer images
 * @param peakLearningRate learning rate of the first step, in (0, 1]
 * @param curve how the learning rate goes on
 * @param ema the average of weights that the trained model takes; mind {@link ExponentialAverage}
 */
public record TrainingPlan(
    int steps,
    int batchSize,
    double peakLearningRate,
    LearningRateCurve curve,
    ExponentialAverage ema) {
  /** Checks the ranges. */
  public TrainingPlan {
    Ranges.require("steps", steps, 1, 1_000_000);
    Ranges.require("batchSize", batchSize, 1, 4_096);
    Ranges.requireLearningRate("peakLearningRate", peakLearningRate);
  }

  /** Returns how coalitions' models are trained: along a cosine and without any average. */
  public static TrainingPlan fromFirstWeights(int steps, int batchSize, double peakLearningRate) {
    return new TrainingPlan(
        steps, batchSize, peakLearningRate, LearningRateCurve.COSINE, ExponentialAverage.NONE);
  }

  /** Returns how a model of this plan is trained on: likewise, from half the learning rate. */
  public TrainingPlan goingOn(int steps) {
    return new TrainingPlan(steps, batchSize, peakLearningRate / 2, curve, ema);
  }
}
