package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.FrozenWeights;
import dev.clade.valuation.worker.tensor.ParameterVector;
import dev.clade.valuation.worker.tensor.WeightSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/** Frozen weights with trainable changes of low rank, on a device. */
final class AdaptedWeights implements WeightSource {
  private final FrozenWeights base;
  private final ParameterVector factors;
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Scalar scale;

  /** Ships base and factors, into the innermost open scope of native memory. */
  AdaptedWeights(LowRankAdapter adapter, ComputeDevice device) {
    base =
        new FrozenWeights(
            adapter.base().weights(), adapter.base().architecture().layout().shapes(), device);
    factors = ParameterVector.of(adapter.factors(), adapter.layout().shapes(), device);
    scale = new Scalar(adapter.options().scale());
    List<Integer> tensors = adapter.tensors();
    for (int i = 0; i < tensors.size(); i++) {
      places.put(tensors.get(i), 2 * i);
    }
  }

  /** Returns what is trained. */
  ParameterVector factors() {
    return factors;
  }

  @Override
  public Tensor tensor(int index) {
    Tensor weights = base.tensor(index);
    Integer up = places.get(index);
    if (up == null) {
      return weights;
    }
    Tensor change = factors.tensor(up).mm(factors.tensor(up + 1));
    return weights.add(change.view(weights.sizes()), scale);
  }
}
