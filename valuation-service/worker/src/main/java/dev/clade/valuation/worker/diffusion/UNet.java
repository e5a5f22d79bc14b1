package dev.clade.valuation.worker.diffusion;

import java.util.ArrayList;
import java.util.List;

/**
 * A convolutional network that looks at images at several resolutions, for images with structure.
 * Each level but the last halves rows and columns; on the way back each block also sees what a
 * block of its level gave on the way down.
 *
 * <p>Source: Ho, Jain, Abbeel, "Denoising diffusion probabilistic models", NeurIPS 2020, appendix
 * B, without dropout. Groups that are normalized together have a fixed number of channels, and are
 * what pruning removes.
 *
 * @param channels channels of the first level, 8 to 1,024; even, and whole groups and heads
 * @param multipliers by level, how many times as many channels it has; 1 to 6 levels, each 1 to 16
 * @param blocksPerLevel residual blocks of each level on the way down, 1 to 8; one more on the way
 *     back
 * @param attentionLevels levels whose blocks are followed by attention, from 0; the middle always
 *     has it
 * @param channelsPerHead channels of an attention head
 * @param channelsPerGroup channels that are normalized together
 */
public record UNet(
    int channels,
    List<Integer> multipliers,
    int blocksPerLevel,
    List<Integer> attentionLevels,
    int channelsPerHead,
    int channelsPerGroup)
    implements NetworkOptions {

  private static final int MOST_LEVELS = 6;
  private static final int MOST_FITTING_LEVELS = 4;
  private static final int SMALLEST_FITTING_SIDE = 4;

  /** Checks the ranges. */
  public UNet {
    multipliers = List.copyOf(multipliers);
    attentionLevels = List.copyOf(attentionLevels);
    Ranges.require("channels", channels, 8, 1_024);
    Ranges.require("levels of multipliers", multipliers.size(), 1, MOST_LEVELS);
    multipliers.forEach(multiplier -> Ranges.require("multipliers", multiplier, 1, 16));
    Ranges.require("blocksPerLevel", blocksPerLevel, 1, 8);
    for (int level : attentionLevels) {
      Ranges.require("attentionLevels", level, 0, multipliers.size() - 1);
    }
    requireDivisor("channelsPerHead", channelsPerHead, channels);
    requireDivisor("channelsPerGroup", channelsPerGroup, channels);
    requireDivisor("2", 2, channels);
  }

  /**
   * Returns a U-Net that fits images of a size, with one block a level, attention in the middle
   * alone, and twice the channels on all levels but the first. There are up to four levels: each
   * further one halves the sides of the one before, which must be even, and at least 8.
   *
   * @param channels channels of the first level, a multiple of 8
   */
  public static UNet fitting(int channels, ImageShape image) {
    List<Integer> multipliers = new ArrayList<>(List.of(1));
    while (multipliers.size() < MOST_FITTING_LEVELS && halves(image, multipliers.size())) {
      multipliers.add(2);
    }
    return new UNet(channels, multipliers, 1, List.of(), 8, 4);
  }

  @Override
  public int timeFeatures() {
    return channels;
  }

  @Override
  public void requireFit(ImageShape image) {
    int divisor = 1 << (multipliers.size() - 1);
    if (image.width() % divisor != 0 || image.height() % divisor != 0) {
      throw new IllegalArgumentException(
          "width and height must be multiples of %d for %d levels; they are %,d and %,d"
              .formatted(divisor, multipliers.size(), image.width(), image.height()));
    }
  }

  /** Returns the channels of a level. */
  int channels(int level) {
    return channels * multipliers.get(level);
  }

  private static boolean halves(ImageShape image, int times) {
    int divisor = 1 << times;
    return image.width() % divisor == 0
        && image.height() % divisor == 0
        && Math.min(image.width(), image.height()) / divisor >= SMALLEST_FITTING_SIDE;
  }

  private static void requireDivisor(String name, int divisor, int channels) {
    if (divisor < 1 || channels % divisor != 0) {
      throw new IllegalArgumentException(
          "%s must divide the channels, %,d; it is %,d".formatted(name, channels, divisor));
    }
  }
}
