package dev.clade.valuation.worker.tensor;

import dev.clade.valuation.worker.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;

/**
 * All weights of a network as one vector, with the layers' tensors as views into it, and their
 * gradients likewise. One vector makes an optimizer's step a handful of operations instead of a
 * handful for each tensor, which is what most of the time of a small network goes to.
 */
public final class ParameterVector implements WeightSource {
  private final Tensor values;
  private final Tensor gradient;
  private final List<Tensor> tensors;

  private ParameterVector(Tensor values, Tensor gradient, List<Tensor> tensors) {
    this.values = values;
    this.gradient = gradient;
    this.tensors = tensors;
  }

  /**
   * Returns untrained weights.
   *
   * @param shapes the tensors in order
   * @param random where the weights come from
   */
  public static ParameterVector initialize(
      List<TensorShape> shapes, RandomStream random, ComputeDevice device) {
    return of(draw(shapes, random), shapes, device);
  }

  /** Draws untrained weights on the Java heap; see {@link #initialize}. */
  public static float[] draw(List<TensorShape> shapes, RandomStream random) {
    float[] start = new float[TensorShape.totalSize(shapes)];
    int offset = 0;
    for (TensorShape shape : shapes) {
      fill(start, offset, shape, random);
      offset += shape.size();
    }
    return start;
  }

  /**
   * Returns given weights.
   *
   * @param weights all tensors, one after another, each with its last axis running fastest
   * @param shapes the tensors in order
   */
  public static ParameterVector of(
      float[] weights, List<TensorShape> shapes, ComputeDevice device) {
    Tensor values = device.ship(weights, weights.length);
    Tensor gradient = device.ship(new float[weights.length], weights.length);
    values.mutable_grad().put(gradient);
    return new ParameterVector(values, gradient, views(values, gradient, shapes));
  }

  /** Returns all weights as one vector. */
  public Tensor values() {
    return values;
  }

  /** Returns the trainable tensor at an index. */
  @Override
  public Tensor tensor(int index) {
    return tensors.get(index);
  }

  /** Returns the gradient of all weights, in the order of {@link #values}. */
  public Tensor gradient() {
    return gradient;
  }

  /** Sets every gradient to zero; the next backward pass adds to it. */
  public void clearGradient() {
    gradient.zero_();
  }

  private static void fill(float[] start, int offset, TensorShape shape, RandomStream random) {
    StartingWeights weights = shape.start();
    if (weights.halfWidth() > 0) {
      random.fillUniform(start, offset, shape.size(), weights.halfWidth());
    }
    for (int i = offset; i < offset + shape.size(); i++) {
      start[i] += (float) weights.center();
    }
  }

  private static List<Tensor> views(Tensor values, Tensor gradient, List<TensorShape> shapes) {
    List<Tensor> views = new ArrayList<>(shapes.size());
    long offset = 0;
    for (TensorShape shape : shapes) {
      Tensor view = view(values, offset, shape).detach().requires_grad_(true);
      view.mutable_grad().put(view(gradient, offset, shape));
      views.add(view);
      offset += shape.size();
    }
    return views;
  }

  private static Tensor view(Tensor vector, long offset, TensorShape shape) {
    return vector.narrow(0, offset, shape.size()).view(shape.dimensions());
  }
}
