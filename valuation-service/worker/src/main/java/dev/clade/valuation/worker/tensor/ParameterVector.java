package dev.clade.valuation.worker.tensor;

import dev.clade.valuation.worker.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * All weights of a network as one vector, with the layers' matrices as views into it, and their
 * gradients likewise. One vector makes an optimizer's step a handful of operations instead of a
 * handful for each matrix, which is what most of the time of a small network goes to.
 */
public final class ParameterVector {
  private final Tensor values;
  private final Tensor gradient;
  private final List<Tensor> matrices;

  private ParameterVector(Tensor values, Tensor gradient, List<Tensor> matrices) {
    this.values = values;
    this.gradient = gradient;
    this.matrices = matrices;
  }

  /**
   * Returns weights drawn from the uniform distribution on plus and minus one over the square root
   * of the number of inputs of their layer.
   *
   * @param shapes the matrices in order
   * @param random where the weights come from
   */
  public static ParameterVector initialize(
      List<MatrixShape> shapes, RandomStream random, ComputeDevice device) {
    float[] start = new float[MatrixShape.totalSize(shapes)];
    int offset = 0;
    for (MatrixShape shape : shapes) {
      random.fillUniform(start, offset, shape.size(), 1 / Math.sqrt(shape.inputs()));
      offset += shape.size();
    }
    return of(start, shapes, device);
  }

  /**
   * Returns given weights.
   *
   * @param weights all matrices, one after another, row after row
   * @param shapes the matrices in order
   */
  public static ParameterVector of(
      float[] weights, List<MatrixShape> shapes, ComputeDevice device) {
    Tensor values = device.ship(weights, weights.length);
    Tensor gradient = device.ship(new float[weights.length], weights.length);
    values.mutable_grad().put(gradient);
    return new ParameterVector(values, gradient, views(values, gradient, shapes));
  }

  /** Returns all weights as one vector. */
  public Tensor values() {
    return values;
  }

  /** Returns the trainable matrix at an index. */
  public Tensor matrix(int index) {
    return matrices.get(index);
  }

  /** Sets every gradient to zero; the next backward pass adds to it. */
  void clearGradient() {
    gradient.zero_();
  }

  private static List<Tensor> views(Tensor values, Tensor gradient, List<MatrixShape> shapes) {
    List<Tensor> views = new ArrayList<>(shapes.size());
    long offset = 0;
    for (MatrixShape shape : shapes) {
      Tensor view = view(values, offset, shape).detach().requires_grad_(true);
      view.mutable_grad().put(view(gradient, offset, shape));
      views.add(view);
      offset += shape.size();
    }
    return views;
  }

  private static Tensor view(Tensor vector, long offset, MatrixShape shape) {
    return vector.narrow(0, offset, shape.size()).view(shape.rows(), shape.columns());
  }
}
