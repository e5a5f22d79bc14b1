package dev.clade.valuation.worker.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Structured pruning by magnitude: units with the smallest Euclidean norm over all weights that
 * lead to or from them are removed. A weight between two channels of one unit counts twice. What
 * stays keeps its order.
 *
 * <p>Source: Fang et al., "DepGraph: towards any structural pruning", CVPR 2023, whose groups are
 * here those that a network's layout names. Time grows with the number of weights.
 */
public final class MagnitudePruning {
  private final NetworkLayout layout;
  private final List<int[]> keptUnits;

  private MagnitudePruning(NetworkLayout layout, List<int[]> keptUnits) {
    this.layout = layout;
    this.keptUnits = keptUnits;
  }

  /**
   * Chooses what stays where every group loses the same share of its units.
   *
   * @param layout layout of the network
   * @param weights its weights
   * @param removedShare share of each group's units to remove, in [0, 1); the number that stays is
   *     rounded, and at least one
   * @throws IllegalArgumentException when the share is out of its range
   */
  public static MagnitudePruning ofEveryGroup(
      NetworkLayout layout, float[] weights, double removedShare) {
    if (!(removedShare >= 0 && removedShare < 1)) {
      throw new IllegalArgumentException("removedShare must be in [0, 1); it is " + removedShare);
    }
    List<int[]> keptUnits = new ArrayList<>();
    for (double[] group : squaredMagnitudes(layout, weights)) {
      int kept = Math.toIntExact(Math.max(1, Math.round(group.length * (1 - removedShare))));
      keptUnits.add(largest(group, kept));
    }
    return new MagnitudePruning(layout, keptUnits);
  }

  /**
   * Chooses what stays where the units of all groups compete: the smallest is removed until no more
   * than a share of the weights is left. A group may lose all its units.
   *
   * @param layout a layout whose tensors each belong to one group along one axis
   * @param keptShare largest share of the weights to keep, in (0, 1]
   * @throws IllegalArgumentException when the share is out of its range
   */
  public static MagnitudePruning ofAllGroups(
      NetworkLayout layout, float[] weights, double keptShare) {
    if (!(keptShare > 0 && keptShare <= 1)) {
      throw new IllegalArgumentException("keptShare must be in (0, 1]; it is " + keptShare);
    }
    double[][] magnitudes = squaredMagnitudes(layout, weights);
    int[] weightsPerUnit = layout.weightsPerUnit();
    record Unit(int group, double magnitude) {}
    List<Unit> units = new ArrayList<>();
    for (int group = 0; group < magnitudes.length; group++) {
      for (double magnitude : magnitudes[group]) {
        units.add(new Unit(group, magnitude));
      }
    }
    units.sort(Comparator.comparingDouble(Unit::magnitude));
    int[] kept = layout.widths().stream().mapToInt(Integer::intValue).toArray();
    long left = weights.length;
    for (Unit unit : units) {
      if (left <= keptShare * weights.length) {
        break;
      }
      kept[unit.group()]--;
      left -= weightsPerUnit[unit.group()];
    }
    return new MagnitudePruning(
        layout,
        IntStream.range(0, kept.length).mapToObj(i -> largest(magnitudes[i], kept[i])).toList());
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
