package dev.clade.valuation.worker.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Structured pruning by magnitude: every group loses the same share of its units, those with the
 * smallest Euclidean norm over all weights that lead to or from them. A weight between two channels
 * of one unit counts twice. What stays keeps its order.
 *
 * <p>Source: Fang et al., "DepGraph: towards any structural pruning", CVPR 2023, whose groups are
 * here those that a network's layout names. Time grows with the number of weights.
 */
public final class MagnitudePruning {
  private final NetworkLayout layout;
  private final List<int[]> keptUnits;

  /**
   * Chooses what stays.
   *
   * @param layout layout of the network
   * @param weights its weights
   * @param removedShare share of each group's units to remove, in [0, 1); the number that stays is
   *     rounded, and at least one
   * @throws IllegalArgumentException when the share is out of its range
   */
  public MagnitudePruning(NetworkLayout layout, float[] weights, double removedShare) {
    if (!(removedShare >= 0 && removedShare < 1)) {
      throw new IllegalArgumentException("removedShare must be in [0, 1); it is " + removedShare);
    }
    this.layout = layout;
    this.keptUnits = new ArrayList<>();
    double[][] magnitudes = squaredMagnitudes(layout, weights);
    for (double[] group : magnitudes) {
      int kept = Math.toIntExact(Math.max(1, Math.round(group.length * (1 - removedShare))));
      keptUnits.add(largest(group, kept));
    }
  }

  /** Returns how many units of each group stay. */
  public List<Integer> widths() {
    return keptUnits.stream().map(kept -> kept.length).toList();
  }

  /** Returns the weights that stay, of the network's own weights or of anything laid out alike. */
  public float[] select(float[] weights) {
    List<float[]> selected = new ArrayList<>();
    int offset = 0;
    for (WeightTensor tensor : layout.tensors()) {
      TensorSlices slices = TensorSlices.of(weights, offset, tensor.shape());
      for (int axis = 0; axis < tensor.axes().size(); axis++) {
        slices = slices.select(axis, tensor.axes().get(axis).keptPlaces(keptUnits));
      }
      selected.add(slices.values());
      offset += tensor.shape().size();
    }
    float[] all = new float[selected.stream().mapToInt(values -> values.length).sum()];
    int next = 0;
    for (float[] values : selected) {
      System.arraycopy(values, 0, all, next, values.length);
      next += values.length;
    }
    return all;
  }

  private static double[][] squaredMagnitudes(NetworkLayout layout, float[] weights) {
    double[][] sums =
        layout.groups().stream().map(group -> new double[group.units()]).toArray(double[][]::new);
    int offset = 0;
    for (WeightTensor tensor : layout.tensors()) {
      TensorSlices slices = TensorSlices.of(weights, offset, tensor.shape());
      for (int axis = 0; axis < tensor.axes().size(); axis++) {
        double[] places = slices.sumsOfSquares(axis);
        int place = 0;
        for (Channels part : tensor.axes().get(axis).parts()) {
          if (part instanceof ChannelGroup group) {
            for (int channel = 0; channel < group.channels(); channel++) {
              sums[group.index()][channel / group.channelsPerUnit()] += places[place + channel];
            }
          }
          place += part.channels();
        }
      }
      offset += tensor.shape().size();
    }
    return sums;
  }

  /** Returns the places of the largest values, in rising order; of equal ones the first. */
  private static int[] largest(double[] values, int count) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer unit) -> -values[unit]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }
}
