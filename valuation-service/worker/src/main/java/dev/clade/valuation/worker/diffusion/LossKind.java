package dev.clade.valuation.worker.diffusion;

/** What the gradient of an image is taken of. */
public enum LossKind {
  /** The mean squared error of the network's guess, which training lowers. */
  PREDICTION_ERROR,
  /**
   * The squared Euclidean norm of the noise that the network finds, as in Zheng et al., "Intriguing
   * properties of data attribution on diffusion models", ICLR 2024 (D-TRAK).
   */
  PREDICTED_NOISE_NORM
}
