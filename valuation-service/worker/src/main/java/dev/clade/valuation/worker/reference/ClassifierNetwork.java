package dev.clade.valuation.worker.reference;

import dev.clade.valuation.worker.tensor.ParameterVector;
import dev.clade.valuation.worker.tensor.TensorShape;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A multilayer perceptron that tells labels of images: pixels, 64 to 128 units as there are pixels,
 * 64 units, 32 features, labels.
 */
final class ClassifierNetwork {
  /** Units of the last hidden layer, the features. */
  static final int FEATURES = 32;

  private static final int LEAST_FIRST_WIDTH = 64;
  private static final int LARGEST_FIRST_WIDTH = 128;
  private static final int SECOND_WIDTH = 64;

  private final ParameterVector parameters;
  private final int layers;

  ClassifierNetwork(ParameterVector parameters, int layers) {
    this.parameters = parameters;
    this.layers = layers;
  }

  /** Returns the widths of all layers, input and output included. */
  static List<Integer> widths(int pixels, int classes) {
    return List.of(
        pixels,
        Math.clamp(pixels, LEAST_FIRST_WIDTH, LARGEST_FIRST_WIDTH),
        SECOND_WIDTH,
        FEATURES,
        classes);
  }

  /** Returns the shapes of weights and offsets, layer after layer. */
  static List<TensorShape> shapes(List<Integer> widths) {
    List<TensorShape> shapes = new ArrayList<>();
    for (int i = 0; i + 1 < widths.size(); i++) {
      shapes.add(TensorShape.weights(widths.get(i), widths.get(i + 1)));
      shapes.add(TensorShape.offsets(widths.get(i), widths.get(i + 1)));
    }
    return shapes;
  }

  ParameterVector parameters() {
    return parameters;
  }

  /** Returns the features of images, images by {@link #FEATURES}. */
  Tensor features(Tensor images) {
    Tensor hidden = images;
    for (int layer = 0; layer < layers - 1; layer++) {
      hidden = torch.silu(linear(layer, hidden));
    }
    return hidden;
  }

  /** Returns unnormalized logarithms of label probabilities, images by classes. */
  Tensor logits(Tensor features) {
    return linear(layers - 1, features);
  }

  private Tensor linear(int layer, Tensor input) {
    return torch.addmm(parameters.tensor(2 * layer + 1), input, parameters.tensor(2 * layer));
  }
}
