package dev.clade.valuation.worker.module;

import dev.clade.valuation.worker.layout.Axis;
import dev.clade.valuation.worker.layout.LayoutBuilder;
import dev.clade.valuation.worker.tensor.WeightSource;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Attention of every pixel to all pixels, by several heads, added to what it saw. The last map
 * starts at zero.
 *
 * <p>Source: Vaswani et al., "Attention is all you need", NeurIPS 2017, on normalized pixels.
 * Scores are computed in the open and not by a fused operation, whose gradient is not deterministic
 * on every device. Memory grows with the square of the number of pixels.
 *
 * @param channelsPerHead channels of each head
 */
public record SelfAttention(
    GroupNormalization normalization,
    Linear queries,
    Linear keys,
    Linear values,
    Linear output,
    int channelsPerHead) {

  /**
   * Adds an attention.
   *
   * @param stream channels that come in and go out
   * @param heads how many heads
   * @param channelsPerHead channels of each head
   * @param channelsPerGroup channels that are normalized together
   */
  public static SelfAttention add(
      LayoutBuilder layout, Axis stream, int heads, int channelsPerHead, int channelsPerGroup) {
    Axis inner = Axis.of(layout.group(heads, channelsPerHead));
    return new SelfAttention(
        GroupNormalization.add(layout, stream, channelsPerGroup),
        Linear.add(layout, stream, inner),
        Linear.add(layout, stream, inner),
        Linear.add(layout, stream, inner),
        Linear.addZero(layout, inner, stream),
        channelsPerHead);
  }

  /** Returns the numbers of the matrices, in the order queries, keys, values, output. */
  public List<Integer> matrices() {
    return List.of(queries.weight(), keys.weight(), values.weight(), output.weight());
  }

  /** Applies the attention to images by channels by rows by columns. */
  public Tensor apply(WeightSource weights, Tensor images) {
    Tensor pixels = normalization.apply(weights, images).flatten(2, 3).transpose(1, 2);
    Tensor scores =
        heads(queries.apply(weights, pixels))
            .matmul(heads(keys.apply(weights, pixels)).transpose(2, 3))
            .mul(new Scalar(1 / Math.sqrt(channelsPerHead)));
    Tensor seen =
        scores
            .softmax(-1)
            .matmul(heads(values.apply(weights, pixels)))
            .transpose(1, 2)
            .flatten(2, 3);
    return images.add(output.apply(weights, seen).transpose(1, 2).reshape(images.sizes()));
  }

  /** Turns images by pixels by channels into images by heads by pixels by channels of a head. */
  private Tensor heads(Tensor pixels) {
    return pixels.view(pixels.size(0), pixels.size(1), -1, channelsPerHead).transpose(1, 2);
  }
}
