package dev.clade.valuation.worker.module;

import dev.clade.valuation.worker.layout.Axis;
import dev.clade.valuation.worker.layout.LayoutBuilder;
import dev.clade.valuation.worker.tensor.WeightSource;
import java.util.Optional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Two convolutions whose outcome is added to what they saw; the conditions come in between. The
 * second convolution starts at zero, so that a new block changes nothing.
 *
 * <p>Source: Ho, Jain, Abbeel, "Denoising diffusion probabilistic models", NeurIPS 2020, appendix
 * B, without dropout.
 *
 * @param shortcut what turns the input into as many channels as come out; absent where both are the
 *     same group of channels
 */
public record ResidualBlock(
    GroupNormalization firstNormalization,
    Convolution first,
    Linear conditioning,
    GroupNormalization secondNormalization,
    Convolution second,
    Optional<Convolution> shortcut) {

  /**
   * Adds a block.
   *
   * @param input channels that come in
   * @param output channels that go out
   * @param conditions width of the embedded conditions
   * @param innerUnits groups of channels between the two convolutions
   * @param channelsPerGroup channels that are normalized together
   */
  public static ResidualBlock add(
      LayoutBuilder layout,
      Axis input,
      Axis output,
      Axis conditions,
      int innerUnits,
      int channelsPerGroup) {
    Axis inner = Axis.of(layout.group(innerUnits, channelsPerGroup));
    return new ResidualBlock(
        GroupNormalization.add(layout, input, channelsPerGroup),
        Convolution.add(layout, input, inner),
        Linear.add(layout, conditions, inner),
        GroupNormalization.add(layout, inner, channelsPerGroup),
        Convolution.addZero(layout, inner, output),
        input.equals(output)
            ? Optional.empty()
            : Optional.of(Convolution.addPointwise(layout, input, output)));
  }

  /**
   * Applies the block.
   *
   * @param images images by channels by rows by columns
   * @param conditions embedded conditions after their nonlinearity, one row an image or one for all
   */
  public Tensor apply(WeightSource weights, Tensor images, Tensor conditions) {
    Tensor hidden = first.apply(weights, torch.silu(firstNormalization.apply(weights, images)));
    hidden = hidden.add(conditioning.apply(weights, conditions).unsqueeze(-1).unsqueeze(-1));
    hidden = second.apply(weights, torch.silu(secondNormalization.apply(weights, hidden)));
    Tensor straight = shortcut.isPresent() ? shortcut.get().apply(weights, images) : images;
    return straight.add(hidden);
  }
}
