package dev.clade.valuation.worker.tensor;

import java.util.List;

/**
 * The shape of a tensor of weights and what the weights start from.
 *
 * @param sizes length of each axis
 * @param start where the weights start
 */
public record TensorShape(List<Integer> sizes, StartingWeights start) {
  /** Copies the sizes. */
  public TensorShape {
    sizes = List.copyOf(sizes);
  }

  /** Returns the shape of a matrix that turns a row of inputs into one of outputs. */
  public static TensorShape weights(int inputs, int outputs) {
    return new TensorShape(List.of(inputs, outputs), StartingWeights.forInputs(inputs));
  }

  /** Returns the shape of the offsets of a layer with some inputs. */
  public static TensorShape offsets(int inputs, int outputs) {
    return new TensorShape(List.of(outputs), StartingWeights.forInputs(inputs));
  }

  /** Returns the number of weights of some tensors together. */
  public static int totalSize(List<TensorShape> shapes) {
    return shapes.stream().mapToInt(TensorShape::size).reduce(0, Math::addExact);
  }

  /** Returns the number of weights. */
  public int size() {
    return sizes.stream().mapToInt(Integer::intValue).reduce(1, Math::multiplyExact);
  }

  /** Returns the sizes as libtorch takes them. */
  long[] dimensions() {
    return sizes.stream().mapToLong(Integer::longValue).toArray();
  }
}
