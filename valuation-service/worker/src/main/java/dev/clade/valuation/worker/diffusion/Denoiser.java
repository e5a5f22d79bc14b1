package dev.clade.valuation.worker.diffusion;

/** The network of a coalition's model, before the size of its images is known. */
public sealed interface Denoiser {
  /**
   * Returns the model of images of a size, which knows no classes and guesses the image over the
   * coarse schedule.
   */
  ModelOptions model(ImageShape image);

  /**
   * A perceptron.
   *
   * @param hiddenUnits units of each hidden layer, 8 to 4,096
   */
  record OfDenseLayers(int hiddenUnits) implements Denoiser {
    /** Checks the range. */
    public OfDenseLayers {
      Ranges.require("hidden_units", hiddenUnits, 8, 4_096);
    }

    @Override
    public ModelOptions model(ImageShape image) {
      return ModelOptions.perceptron(image, hiddenUnits);
    }
  }

  /**
   * A U-Net with as many levels as fit the images; see {@link UNet#fitting}.
   *
   * @param channels channels of its first level, 8 to 512, in eights
   */
  record OfConvolutions(int channels) implements Denoiser {
    /** Checks the range. */
    public OfConvolutions {
      Ranges.require("channels", channels, 8, 512);
      if (channels % 8 != 0) {
        throw new IllegalArgumentException("channels must be a multiple of 8; it is " + channels);
      }
    }

    @Override
    public ModelOptions model(ImageShape image) {
      return new ModelOptions(
          image, 0, UNet.fitting(channels, image), PredictionTarget.IMAGE, NoiseSchedule.COARSE);
    }
  }
}
