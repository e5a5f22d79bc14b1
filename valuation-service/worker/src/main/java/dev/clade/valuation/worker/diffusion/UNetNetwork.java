package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.module.Convolution;
import dev.clade.valuation.worker.module.GroupNormalization;
import dev.clade.valuation.worker.module.Linear;
import dev.clade.valuation.worker.tensor.WeightSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The parts of a {@link UNet} in the order in which an image passes them.
 *
 * @param image size of an image
 * @param embedding two maps that embed the conditions
 * @param input from planes to channels
 * @param down levels on the way down
 * @param middle the blocks at the lowest resolution, after the last level
 * @param up levels on the way back, the last level first
 * @param lastNormalization before the output
 * @param output from channels to planes
 */
record UNetNetwork(
    ImageShape image,
    List<Linear> embedding,
    Convolution input,
    List<UNetLevel> down,
    UNetLevel middle,
    List<UNetLevel> up,
    GroupNormalization lastNormalization,
    Convolution output)
    implements DenoisingNetwork {

  @Override
  public Tensor predict(WeightSource weights, Tensor noisyImages, Tensor conditions) {
    Tensor embedded = torch.silu(embedding.getFirst().apply(weights, conditions));
    embedded = torch.silu(embedding.getLast().apply(weights, embedded));
    Tensor hidden =
        input.apply(weights, noisyImages.view(-1, image.planes(), image.height(), image.width()));
    Deque<Tensor> skips = new ArrayDeque<>();
    skips.push(hidden);
    for (UNetLevel level : down) {
      for (UNetStage stage : level.stages()) {
        hidden = stage.apply(weights, hidden, embedded);
        skips.push(hidden);
      }
      if (level.resampling().isPresent()) {
        hidden = level.resampling().get().apply(weights, hidden);
        skips.push(hidden);
      }
    }
    for (UNetStage stage : middle.stages()) {
      hidden = stage.apply(weights, hidden, embedded);
    }
    for (UNetLevel level : up) {
      for (UNetStage stage : level.stages()) {
        hidden = torch.cat(new TensorVector(hidden, skips.pop()), 1);
        hidden = stage.apply(weights, hidden, embedded);
      }
      if (level.resampling().isPresent()) {
        long[] doubled = {2 * hidden.size(2), 2 * hidden.size(3)};
        hidden = level.resampling().get().apply(weights, torch.upsample_nearest2d(hidden, doubled));
      }
    }
    hidden = torch.silu(lastNormalization.apply(weights, hidden));
    return output.apply(weights, hidden).flatten(1, -1);
  }

  @Override
  public List<Integer> attentionMatrices() {
    return Stream.of(down.stream(), Stream.of(middle), up.stream())
        .flatMap(levels -> levels)
        .flatMap(level -> level.stages().stream())
        .flatMap(stage -> stage.attention().stream())
        .flatMap(attention -> attention.matrices().stream())
        .toList();
  }
}
