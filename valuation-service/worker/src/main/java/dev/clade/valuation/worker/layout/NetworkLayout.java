package dev.clade.valuation.worker.layout;

import dev.clade.valuation.worker.tensor.TensorShape;
import java.util.List;

/**
 * The weight tensors of a network and the groups of channels along their axes.
 *
 * @param groups groups in the order of their numbers
 * @param tensors tensors in the order of the network's weights
 */
public record NetworkLayout(List<ChannelGroup> groups, List<WeightTensor> tensors) {
  /** Copies the lists. */
  public NetworkLayout {
    groups = List.copyOf(groups);
    tensors = List.copyOf(tensors);
  }

  /** Returns the shapes of the tensors. */
  public List<TensorShape> shapes() {
    return tensors.stream().map(WeightTensor::shape).toList();
  }

  /** Returns the number of units of each group. */
  public List<Integer> widths() {
    return groups.stream().map(ChannelGroup::units).toList();
  }

  /**
   * Returns by group how many weights a unit has, where each tensor has one group along one axis.
   */
  int[] weightsPerUnit() {
    int[] counts = new int[groups.size()];
    for (WeightTensor tensor : tensors) {
      for (Axis axis : tensor.axes()) {
        for (Channels part : axis.parts()) {
          if (part instanceof ChannelGroup group && group.units() > 0) {
            counts[group.index()] += tensor.shape().size() / group.units();
          }
        }
      }
    }
    return counts;
  }
}
