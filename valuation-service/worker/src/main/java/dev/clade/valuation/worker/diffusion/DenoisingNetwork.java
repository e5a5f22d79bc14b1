package dev.clade.valuation.worker.diffusion;

import dev.clade.valuation.worker.random.RandomStream;
import dev.clade.valuation.worker.tensor.ComputeDevice;
import dev.clade.valuation.worker.tensor.MatrixShape;
import dev.clade.valuation.worker.tensor.ParameterVector;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * A multilayer perceptron over all pixels that guesses the clean image from a noisy one and the
 * time: three hidden layers that each see the time, the second and third as residuals.
 *
 * <p>It guesses the image, not the noise: noise cannot pass through hidden layers that are narrower
 * than the image, and a network that guesses it generates nothing of use then.
 */
final class DenoisingNetwork {
  private static final int HIDDEN_LAYERS = 3;
  private static final int MATRICES_A_LAYER = 3;

  private final ParameterVector parameters;

  /**
   * Makes an untrained network.
   *
   * @param pixels pixels of an image
   * @param hiddenUnits units of each hidden layer
   * @param random where the first weights come from
   */
  DenoisingNetwork(int pixels, int hiddenUnits, RandomStream random, ComputeDevice device) {
    List<MatrixShape> shapes = new ArrayList<>();
    for (int layer = 0; layer < HIDDEN_LAYERS; layer++) {
      int width = layer == 0 ? pixels : hiddenUnits;
      int inputs = width + TimeFeatures.WIDTH;
      shapes.add(new MatrixShape(width, hiddenUnits, inputs));
      shapes.add(new MatrixShape(TimeFeatures.WIDTH, hiddenUnits, inputs));
      shapes.add(MatrixShape.offsets(inputs, hiddenUnits));
    }
    shapes.add(MatrixShape.weights(hiddenUnits, pixels));
    shapes.add(MatrixShape.offsets(hiddenUnits, pixels));
    parameters = ParameterVector.initialize(shapes, random, device);
  }

  ParameterVector parameters() {
    return parameters;
  }

  /**
   * Returns a guess of the clean images.
   *
   * @param noisyImages images by pixels
   * @param times time features, one row an image or one row for all
   */
  Tensor denoise(Tensor noisyImages, Tensor times) {
    Tensor hidden = torch.silu(layer(0, noisyImages, times));
    for (int layer = 1; layer < HIDDEN_LAYERS; layer++) {
      hidden = hidden.add(torch.silu(layer(layer, hidden, times)));
    }
    int output = HIDDEN_LAYERS * MATRICES_A_LAYER;
    return torch.addmm(parameters.matrix(output + 1), hidden, parameters.matrix(output));
  }

  private Tensor layer(int index, Tensor input, Tensor times) {
    int first = index * MATRICES_A_LAYER;
    Tensor fromTime =
        torch.addmm(parameters.matrix(first + 2), times, parameters.matrix(first + 1));
    return torch.addmm(fromTime, input, parameters.matrix(first));
  }
}
