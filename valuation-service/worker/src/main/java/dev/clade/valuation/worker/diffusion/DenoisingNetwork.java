package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.ParameterVector;
import org.bytedeco.pytorch.Tensor;

/** A network that guesses what noise hides. */
interface DenoisingNetwork {
  /** Returns the weights. */
  ParameterVector parameters();

  /**
   * Returns a guess of the prediction target.
   *
   * @param noisyImages images by pixels
   * @param conditions times and classes, one row an image or one row for all
   * @return images by pixels
   */
  Tensor predict(Tensor noisyImages, Tensor conditions);
}
