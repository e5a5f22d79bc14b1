package dev.clade.valuation.worker.tensor;

import java.util.List;

/**
 * The shape of a weight matrix, which turns a row of {@code rows} numbers into one of {@code
 * columns} numbers.
 *
 * @param rows inputs, or 1 for the offsets of a layer
 * @param columns outputs
 * @param inputs inputs of the whole layer, which the scale of the first weights follows
 */
public record MatrixShape(int rows, int columns, int inputs) {
  /** Returns the shape of a matrix that is all of its layer's inputs. */
  public static MatrixShape weights(int inputs, int outputs) {
    return new MatrixShape(inputs, outputs, inputs);
  }

  /** Returns the shape of a layer's offsets. */
  public static MatrixShape offsets(int inputs, int outputs) {
    return new MatrixShape(1, outputs, inputs);
  }

  /** Returns the number of weights of some matrices together. */
  static int totalSize(List<MatrixShape> shapes) {
    return shapes.stream().mapToInt(MatrixShape::size).reduce(0, Math::addExact);
  }

  /** Returns the number of weights. */
  public int size() {
    return Math.multiplyExact(rows, columns);
  }
}
