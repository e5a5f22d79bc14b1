package dev.clade.valuation.worker.layout;

import dev.clade.valuation.worker.tensor.StartingWeights;
import dev.clade.valuation.worker.tensor.TensorShape;
import java.util.List;

/**
 * A weight tensor of a network.
 *
 * @param axes its axes
 * @param start where its weights start
 */
public record WeightTensor(List<Axis> axes, StartingWeights start) {
  /** Copies the axes. */
  public WeightTensor {
    axes = List.copyOf(axes);
  }

  /** Returns the sizes of the axes and the start. */
  public TensorShape shape() {
    return new TensorShape(axes.stream().map(Axis::size).toList(), start);
  }
}
