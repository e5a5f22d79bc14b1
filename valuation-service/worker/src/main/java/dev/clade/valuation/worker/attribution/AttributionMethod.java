package dev.clade.valuation.worker.attribution;

/**
 * How a training image is scored for some generated images.
 *
 * <p>Below, {@code p} are an image's gradients of the training loss by all weights, averaged over
 * times and randomly projected, {@code P} those of all training images as rows, {@code q} those of
 * a generated image, and {@code K = (P'P + lambda I)^-1}. Scores are averaged over generated
 * images.
 */
public enum AttributionMethod {
  /**
   * {@code p'q / (|p| |q|)}, as in Charpiat et al., "Input similarity from the neural network
   * perspective", NeurIPS 2019.
   */
  GRADIENT_SIMILARITY,
  /** {@code p'K q}, from Park et al., "TRAK: attributing model behavior at scale", ICML 2023. */
  TRAK,
  /**
   * {@code p'K q / |K p|}, from Barshan, Brunet, Dziugaite, "RelatIF: identifying explanatory
   * training samples via relative influence", AISTATS 2020.
   */
  RELATIVE_INFLUENCE,
  /**
   * {@code p'K q / |p|}, from Hammoudeh, Lowd, "Identifying a training-set attack's target using
   * renormalized influence estimation", CCS 2022.
   */
  RENORMALIZED_INFLUENCE,
  /**
   * TRAK with gradients of the squared norm of the noise that the network finds in place of those
   * of the loss, from Zheng et al., "Intriguing properties of data attribution on diffusion models"
   * (D-TRAK), ICLR 2024.
   */
  D_TRAK,
  /** Cosine of the pixels, averaged over generated images. */
  PIXEL_SIMILARITY_MEAN,
  /** Cosine of the pixels with the generated image that is most alike. */
  PIXEL_SIMILARITY_MAX,
  /**
   * Share of generated images that this training image is nearest to, by the Euclidean distance of
   * pixels; equally near images divide it.
   */
  NEAREST_NEIGHBOUR,
  /** One for each training image, so that the sum is the contributor's size. */
  SIZE
}
