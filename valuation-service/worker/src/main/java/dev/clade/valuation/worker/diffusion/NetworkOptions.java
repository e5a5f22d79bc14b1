package dev.clade.valuation.worker.diffusion;

/** The kind and size of a network that guesses what noise hides. */
public sealed interface NetworkOptions permits Perceptron {
  /** Returns how many numbers tell the network a time; even. */
  int timeFeatures();
}
