package dev.clade.valuation.worker.tensor;

import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.AdamOptions;
import org.bytedeco.pytorch.OptimizerOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Adam with a learning rate that follows a curve, and gradients cut to a norm of 1. */
public final class GradientDescent {
  private static final double LARGEST_GRADIENT_NORM = 1.0;

  private final ParameterVector parameters;
  private final Adam optimizer;
  private final OptimizerOptions options;
  private final double peakRate;
  private final int steps;
  private final LearningRateCurve curve;
  private int step;

  /**
   * Prepares a descent.
   *
   * @param peakRate learning rate of the first step
   * @param steps how many steps there will be
   * @param curve how the learning rate goes on
   */
  public GradientDescent(
      ParameterVector parameters, double peakRate, int steps, LearningRateCurve curve) {
    this.parameters = parameters;
    this.peakRate = peakRate;
    this.steps = steps;
    this.curve = curve;
    this.optimizer = new Adam(new TensorVector(parameters.values()), new AdamOptions(peakRate));
    this.options = optimizer.param_groups().get(0).options();
  }

  /**
   * Moves the weights against the gradient of a loss.
   *
   * @return the gradient's norm before it was cut; not finite when the loss or its gradient is not
   */
  public double descend(Tensor loss) {
    parameters.clearGradient();
    loss.backward();
    double norm = torch.clip_grad_norm_(parameters.values(), LARGEST_GRADIENT_NORM);
    options.set_lr(peakRate * curve.share(step, steps));
    optimizer.step();
    step++;
    return norm;
  }
}
