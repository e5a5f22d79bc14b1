package dev.clade.valuation.worker.module;

import dev.clade.valuation.worker.layout.Axis;
import dev.clade.valuation.worker.layout.LayoutBuilder;
import dev.clade.valuation.worker.tensor.StartingWeights;
import dev.clade.valuation.worker.tensor.WeightSource;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/**
 * A convolution with square filters, zeros around the image, and as many rows and columns out as
 * in, divided by the stride.
 *
 * @param weight number of the filters: outputs, inputs, rows, columns
 * @param offset number of the offsets
 * @param size rows and columns of a filter, odd
 * @param stride pixels from one filter to the next
 */
public record Convolution(int weight, int offset, int size, int stride) {
  private static final int USUAL_SIZE = 3;

  /** Adds a convolution with filters of 3x3 pixels. */
  public static Convolution add(LayoutBuilder layout, Axis input, Axis output) {
    return add(layout, input, output, USUAL_SIZE, 1, start(input, USUAL_SIZE));
  }

  /** Adds a convolution that halves rows and columns. */
  public static Convolution addHalving(LayoutBuilder layout, Axis input, Axis output) {
    return add(layout, input, output, USUAL_SIZE, 2, start(input, USUAL_SIZE));
  }

  /** Adds a convolution that looks at one pixel at a time. */
  public static Convolution addPointwise(LayoutBuilder layout, Axis input, Axis output) {
    return add(layout, input, output, 1, 1, start(input, 1));
  }

  /** Adds a convolution that starts at zero. */
  public static Convolution addZero(LayoutBuilder layout, Axis input, Axis output) {
    return add(layout, input, output, USUAL_SIZE, 1, StartingWeights.ZEROS);
  }

  private static StartingWeights start(Axis input, int size) {
    return StartingWeights.forInputs(input.size() * size * size);
  }

  private static Convolution add(
      LayoutBuilder layout, Axis input, Axis output, int size, int stride, StartingWeights start) {
    Axis places = Axis.fixed(size);
    return new Convolution(
        layout.tensor(start, output, input, places, places),
        layout.tensor(start, output),
        size,
        stride);
  }

  /** Convolves images by channels by rows by columns. */
  public Tensor apply(WeightSource weights, Tensor images) {
    return torch.conv2d(
        images,
        weights.tensor(weight),
        new TensorOptional(weights.tensor(offset)),
        new long[] {stride, stride},
        new long[] {size / 2, size / 2},
        new long[] {1, 1},
        1);
  }
}
