package dev.clade.valuation.worker.diffusion;

/**
 * A multilayer perceptron over all pixels with three hidden layers, for images of few pixels.
 *
 * <p>Let it guess the image or the velocity: noise cannot pass through hidden layers that are
 * narrower than the image, and a narrow network that guesses it generates nothing of use.
 *
 * @param hiddenUnits units of each hidden layer, 1 to 4,096
 */
public record Perceptron(int hiddenUnits) implements NetworkOptions {
  private static final int TIME_FEATURES = 32;

  /** Checks the range. */
  public Perceptron {
    Ranges.require("hiddenUnits", hiddenUnits, 1, 4_096);
  }

  @Override
  public int timeFeatures() {
    return TIME_FEATURES;
  }

  /** Any size fits. */
  @Override
  public void requireFit(ImageShape image) {}
}
