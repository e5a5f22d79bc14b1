package dev.clade.valuation.worker.tensor;

import org.bytedeco.pytorch.Tensor;

/** Where a network finds its weights. */
public interface WeightSource {
  /** Returns the weight tensor with a number, from 0, as the network's layout counts them. */
  Tensor tensor(int index);
}
