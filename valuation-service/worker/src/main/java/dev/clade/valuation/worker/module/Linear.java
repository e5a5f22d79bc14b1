package dev.clade.valuation.worker.module;

import dev.clade.valuation.worker.layout.Axis;
import dev.clade.valuation.worker.layout.LayoutBuilder;
import dev.clade.valuation.worker.tensor.StartingWeights;
import dev.clade.valuation.worker.tensor.WeightSource;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A linear map of the last axis.
 *
 * @param weight number of the weights, outputs by inputs
 * @param offset number of the offsets
 */
public record Linear(int weight, int offset) {
  /** Adds a map that starts as layers usually do. */
  public static Linear add(LayoutBuilder layout, Axis input, Axis output) {
    return add(layout, input, output, StartingWeights.forInputs(input.size()));
  }

  /** Adds a map that starts at zero. */
  public static Linear addZero(LayoutBuilder layout, Axis input, Axis output) {
    return add(layout, input, output, StartingWeights.ZEROS);
  }

  private static Linear add(LayoutBuilder layout, Axis input, Axis output, StartingWeights start) {
    return new Linear(layout.tensor(start, output, input), layout.tensor(start, output));
  }

  /** Maps a tensor. */
  public Tensor apply(WeightSource weights, Tensor input) {
    return torch.linear(input, weights.tensor(weight), new TensorOptional(weights.tensor(offset)));
  }
}
