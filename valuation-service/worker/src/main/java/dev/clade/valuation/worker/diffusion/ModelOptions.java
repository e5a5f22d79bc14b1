package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.TensorShape;
import java.util.List;

/**
 * Everything that fixes the shape and the meaning of a model's weights.
 *
 * @param image size of its images
 * @param classes how many classes images are generated of; 0 when they are generated of none in
 *     particular
 * @param network the network
 * @param target what the network guesses
 * @param schedule how fast images dissolve into noise
 */
public record ModelOptions(
    ImageShape image,
    int classes,
    NetworkOptions network,
    PredictionTarget target,
    NoiseSchedule schedule) {

  private static final int MOST_CLASSES = 1_000;

  /** Checks that the parts fit each other. */
  public ModelOptions {
    Ranges.require("classes", classes, 0, MOST_CLASSES);
    network.requireFit(image);
  }

  /** Returns a perceptron that guesses the image, without classes, over the coarse schedule. */
  public static ModelOptions perceptron(ImageShape image, int hiddenUnits) {
    return new ModelOptions(
        image, 0, new Perceptron(hiddenUnits), PredictionTarget.IMAGE, NoiseSchedule.COARSE);
  }

  /** Returns a U-Net that guesses the noise, without classes, over the fine schedule. */
  public static ModelOptions unet(ImageShape image, UNet unet) {
    return new ModelOptions(image, 0, unet, PredictionTarget.NOISE, NoiseSchedule.FINE);
  }

  /** Returns how many weights the model has before any channel is removed. */
  public int weightCount() {
    return TensorShape.totalSize(architecture(List.of()).layout().shapes());
  }

  /**
   * Returns the network.
   *
   * @param widths units of each group of channels; empty for all that the network starts with
   */
  Architecture architecture(List<Integer> widths) {
    return switch (network) {
      case Perceptron perceptron -> PerceptronNetwork.design(perceptron, this, widths);
      case UNet unet -> UNetArchitect.design(unet, this, widths);
    };
  }
}
