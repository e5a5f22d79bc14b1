package dev.clade.valuation.worker.layout;

import dev.clade.valuation.worker.tensor.StartingWeights;
import java.util.ArrayList;
import java.util.List;

/** Collects groups and tensors while a network describes itself. */
public final class LayoutBuilder {
  private final List<Integer> widths;
  private final List<ChannelGroup> groups = new ArrayList<>();
  private final List<WeightTensor> tensors = new ArrayList<>();

  /**
   * Starts a layout.
   *
   * @param widths units that each group really has; empty for the network as its options have it
   */
  public LayoutBuilder(List<Integer> widths) {
    this.widths = List.copyOf(widths);
  }

  /**
   * Adds a group.
   *
   * @param units units before any were removed
   * @param channelsPerUnit channels of each unit
   */
  public ChannelGroup group(int units, int channelsPerUnit) {
    int index = groups.size();
    ChannelGroup group =
        new ChannelGroup(index, widths.isEmpty() ? units : widths.get(index), channelsPerUnit);
    groups.add(group);
    return group;
  }

  /**
   * Adds a tensor.
   *
   * @return its number, from 0
   */
  public int tensor(StartingWeights start, Axis... axes) {
    tensors.add(new WeightTensor(List.of(axes), start));
    return tensors.size() - 1;
  }

  /** Returns what was collected. */
  public NetworkLayout build() {
    return new NetworkLayout(groups, tensors);
  }
}
