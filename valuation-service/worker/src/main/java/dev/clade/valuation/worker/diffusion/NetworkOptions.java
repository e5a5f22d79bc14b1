package dev.clade.valuation.worker.diffusion;

/** The kind and size of a network that guesses what noise hides. */
public sealed interface NetworkOptions permits Perceptron, UNet {
  /** Returns how many numbers tell the network a time; even. */
  int timeFeatures();

  /**
   * Checks that the network can look at images of a size.
   *
   * @throws IllegalArgumentException when it cannot
   */
  void requireFit(ImageShape image);
}
