package dev.clade.valuation.worker.diffusion;

import org.bytedeco.pytorch.Tensor;

/**
 * What a network is trained to guess from a noisy image, which is {@code signal} of the clean image
 * and {@code share} of standard normal noise, with {@code signal² + share² = 1}. A guess of one of
 * them is a guess of all.
 */
public enum PredictionTarget {
  /** The noise, as in Ho, Jain, Abbeel, "Denoising diffusion probabilistic models", 2020. */
  NOISE {
    @Override
    Tensor target(Tensor clean, Tensor noise, Tensor signal, Tensor share) {
      return noise;
    }

    @Override
    Tensor clean(Tensor guess, Tensor noisy, Tensor signal, Tensor share) {
      return noisy.sub(share.mul(guess)).div_(signal);
    }

    @Override
    Tensor noise(Tensor guess, Tensor noisy, Tensor signal, Tensor share) {
      return guess;
    }
  },

  /** The clean image. */
  IMAGE {
    @Override
    Tensor target(Tensor clean, Tensor noise, Tensor signal, Tensor share) {
      return clean;
    }

    @Override
    Tensor clean(Tensor guess, Tensor noisy, Tensor signal, Tensor share) {
      return guess;
    }

    @Override
    Tensor noise(Tensor guess, Tensor noisy, Tensor signal, Tensor share) {
      return noisy.sub(signal.mul(guess)).div(share);
    }
  },

  /**
   * The velocity, {@code signal · noise - share · image}, from Salimans, Ho, "Progressive
   * distillation for fast sampling of diffusion models", ICLR 2022.
   */
  VELOCITY {
    @Override
    Tensor target(Tensor clean, Tensor noise, Tensor signal, Tensor share) {
      return signal.mul(noise).sub_(share.mul(clean));
    }

    @Override
    Tensor clean(Tensor guess, Tensor noisy, Tensor signal, Tensor share) {
      return signal.mul(noisy).sub(share.mul(guess));
    }

    @Override
    Tensor noise(Tensor guess, Tensor noisy, Tensor signal, Tensor share) {
      return share.mul(noisy).add(signal.mul(guess));
    }
  };

  /**
   * Returns what the network should guess.
   *
   * @param clean images by pixels
   * @param noise noise of the same shape
   * @param signal share of the image in each row, images by 1
   * @param share share of the noise in each row, images by 1
   */
  abstract Tensor target(Tensor clean, Tensor noise, Tensor signal, Tensor share);

  /** Returns the clean images that a guess means; see {@link #target} for the shapes. */
  abstract Tensor clean(Tensor guess, Tensor noisy, Tensor signal, Tensor share);

  /** Returns the noise that a guess means; see {@link #target} for the shapes. */
  abstract Tensor noise(Tensor guess, Tensor noisy, Tensor signal, Tensor share);
}
