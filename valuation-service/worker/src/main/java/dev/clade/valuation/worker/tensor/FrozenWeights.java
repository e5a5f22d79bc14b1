package dev.clade.valuation.worker.tensor;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/** Weights that are not trained, so that no gradient is computed for them. */
public final class FrozenWeights implements WeightSource {
  private final List<Tensor> tensors = new ArrayList<>();

  /**
   * Ships weights, into the innermost open scope of native memory.
   *
   * @param weights all tensors, one after another
   * @param shapes the tensors in order
   */
  public FrozenWeights(float[] weights, List<TensorShape> shapes, ComputeDevice device) {
    Tensor all = device.ship(weights, weights.length);
    long offset = 0;
    for (TensorShape shape : shapes) {
      tensors.add(all.narrow(0, offset, shape.size()).view(shape.dimensions()));
      offset += shape.size();
    }
  }

  @Override
  public Tensor tensor(int index) {
    return tensors.get(index);
  }
}
