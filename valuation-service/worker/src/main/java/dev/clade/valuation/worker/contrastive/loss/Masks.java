package dev.clade.valuation.worker.contrastive.loss;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What is left out of sums, and means over what is left. */
public final class Masks {
  /** Is added to the logarithm of what is left out. */
  public static final double OUT = -1e4;

  private Masks() {}

  /** Returns what to add to logarithms: 0 where a number is 1, {@link #OUT} where it is 0. */
  static Tensor only(Tensor kept) {
    return kept.sub(new Scalar(1)).mul(new Scalar(-OUT));
  }

  /** Returns a square matrix with ones on the diagonal, of numbers like another tensor's. */
  static Tensor diagonal(long size, Tensor like) {
    return torch.eye(size, like.options());
  }

  /** Returns 1 where a number is above 0, and 0 elsewhere, in numbers like its own. */
  static Tensor positive(Tensor numbers) {
    return numbers.gt(new Scalar(0)).to(numbers.scalar_type());
  }

  /** Returns the sum over an axis, which stays with length 1. */
  static Tensor sumKeeping(Tensor numbers, long axis) {
    return numbers.sum(new long[] {axis}, true, new ScalarTypeOptional());
  }

  /** Returns the weighted mean of numbers; 0 where all weights are 0. */
  static Tensor mean(Tensor numbers, Tensor weights) {
    return ratio(numbers.mul(weights).sum(), weights.sum());
  }

  /** Returns a sum over how many it is of; 0 where it is of none. */
  static Tensor ratio(Tensor sum, Tensor count) {
    return sum.div(count.clamp_min(new Scalar(1)));
  }
}
