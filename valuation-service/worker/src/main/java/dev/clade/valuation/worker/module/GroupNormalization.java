package dev.clade.valuation.worker.module;

import dev.clade.valuation.worker.layout.Axis;
import dev.clade.valuation.worker.layout.LayoutBuilder;
import dev.clade.valuation.worker.tensor.StartingWeights;
import dev.clade.valuation.worker.tensor.WeightSource;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * Normalization of groups of neighbouring channels to mean 0 and variance 1, then a gain and an
 * offset for each channel.
 *
 * <p>Source: Wu, He, "Group normalization", ECCV 2018, with a fixed number of channels in a group
 * and not of groups: a group can then be removed without a change to the others.
 *
 * @param gain number of the gains
 * @param offset number of the offsets
 * @param channelsPerGroup channels that are normalized together
 */
public record GroupNormalization(int gain, int offset, int channelsPerGroup) {
  private static final double LEAST_VARIANCE = 1e-5;

  /** Adds a normalization that starts without gain or offset. */
  public static GroupNormalization add(LayoutBuilder layout, Axis channels, int channelsPerGroup) {
    return new GroupNormalization(
        layout.tensor(StartingWeights.ONES, channels),
        layout.tensor(StartingWeights.ZEROS, channels),
        channelsPerGroup);
  }

  /** Normalizes images by channels by rows by columns. */
  public Tensor apply(WeightSource weights, Tensor images) {
    return torch.group_norm(
        images,
        images.size(1) / channelsPerGroup,
        new TensorOptional(weights.tensor(gain)),
        new TensorOptional(weights.tensor(offset)),
        LEAST_VARIANCE,
        true);
  }
}
