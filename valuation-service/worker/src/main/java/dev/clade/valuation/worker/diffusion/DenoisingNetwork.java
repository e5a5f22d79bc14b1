package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.WeightSource;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** A network that guesses what noise hides; it has no weights of its own. */
interface DenoisingNetwork {
  /**
   * Returns a guess of the prediction target.
   *
   * @param weights weights laid out as the network asks for
   * @param noisyImages images by pixels
   * @param conditions times and classes, one row an image or one row for all
   * @return images by pixels
   */
  Tensor predict(WeightSource weights, Tensor noisyImages, Tensor conditions);

  /** Returns the numbers of the matrices of its attentions, in order. */
  List<Integer> attentionMatrices();
}
