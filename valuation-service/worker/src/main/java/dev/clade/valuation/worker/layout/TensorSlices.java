package dev.clade.valuation.worker.layout;

import dev.clade.valuation.worker.tensor.TensorShape;
import java.util.Arrays;
import java.util.List;

/**
 * A tensor on the Java heap that can be cut along its axes.
 *
 * @param values its numbers, the last axis running fastest
 * @param sizes lengths of its axes
 */
record TensorSlices(float[] values, List<Integer> sizes) {
  /** Copies one tensor out of an array that holds several. */
  static TensorSlices of(float[] weights, int offset, TensorShape shape) {
    return new TensorSlices(
        Arrays.copyOfRange(weights, offset, offset + shape.size()), shape.sizes());
  }

  /** Returns the tensor that only has some places of an axis, in the order given. */
  TensorSlices select(int axis, int[] places) {
    int inner = inner(axis);
    int size = sizes.get(axis);
    int outer = values.length / (inner * size);
    float[] selected = new float[outer * places.length * inner];
    for (int i = 0; i < outer; i++) {
      for (int j = 0; j < places.length; j++) {
        System.arraycopy(
            values,
            (i * size + places[j]) * inner,
            selected,
            (i * places.length + j) * inner,
            inner);
      }
    }
    Integer[] selectedSizes = sizes.toArray(Integer[]::new);
    selectedSizes[axis] = places.length;
    return new TensorSlices(selected, List.of(selectedSizes));
  }

  /** Returns the sum of squares at each place of an axis. */
  double[] sumsOfSquares(int axis) {
    int inner = inner(axis);
    double[] sums = new double[sizes.get(axis)];
    for (int i = 0; i < values.length; i++) {
      sums[i / inner % sums.length] += (double) values[i] * values[i];
    }
    return sums;
  }

  /** Returns how far apart neighbours along an axis lie. */
  private int inner(int axis) {
    return sizes.subList(axis + 1, sizes.size()).stream()
        .mapToInt(Integer::intValue)
        .reduce(1, Math::multiplyExact);
  }
}
