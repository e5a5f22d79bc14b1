package dev.clade.valuation.worker.diffusion;

import org.bytedeco.pytorch.Tensor;

/**
 * What a number of consecutive training steps look at, made at once: crossing into native code for
 * each step's little arrays would cost as much as the steps.
 *
 * @param noisy images at their times, step after step
 * @param conditions their times and classes
 * @param target what the network should guess
 * @param batch rows a step
 */
record TrainingBlock(Tensor noisy, Tensor conditions, Tensor target, int batch) {
  /** Returns the part of a tensor of this block that belongs to its step with a number from 0. */
  Tensor rows(Tensor tensor, int step) {
    return tensor.narrow(0, (long) step * batch, batch);
  }
}
